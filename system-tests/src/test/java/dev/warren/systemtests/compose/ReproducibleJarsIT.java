package dev.warren.systemtests.compose;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.Jars;
import dev.warren.systemtests.sources.SourceTree;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jars do not tell when and where they were built, so that two builds can be compared. */
class ReproducibleJarsIT {

  private static final Pattern TIME =
      Pattern.compile("<project.build.outputTimestamp>(.+)</project.build.outputTimestamp>");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "producer-service",
        "worker-service",
        "log-subscriber-service",
        "rpc-fib-service",
        "front-door"
      })
  void everythingInThemIsOfTheProjectsOwnTime(String module) throws IOException {
    try (JarFile jar = new JarFile(Jars.of(module).toFile())) {
      assertThat(jar.stream().map(ZipEntry::getTimeLocal)).isNotEmpty().containsOnly(time());
      assertThat(jar.getManifest().getMainAttributes().keySet().stream().map(Object::toString))
          .doesNotContain("Built-By", "Build-Time", "Build-Host");
    }
  }

  private static LocalDateTime time() {
    String pom = SourceTree.read(SourceTree.root().resolve("pom.xml"));
    Stream<MatchResult> times = TIME.matcher(pom).results();
    return LocalDateTime.ofInstant(Instant.parse(times.findFirst().orElseThrow().group(1)), UTC);
  }
}
