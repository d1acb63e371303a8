package dev.warren.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.sources.Jars;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each jar says what is in it, and its image with it. An IT, for it needs the jars, and not those
 * of an offline build: the plugin asks to be online.
 */
class BillOfMaterialsIT {

  private static final String ENTRY = "META-INF/sbom/application.cdx.json";
  private static final String MISSING =
      "there is no bill of materials in the jar; a build with mvn -o makes none";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @ValueSource(
      strings = {"producer-service", "worker-service", "log-subscriber-service", "rpc-fib-service"})
  void namesTheServiceAndEveryLibraryInItsJar(String service) throws IOException {
    try (JarFile jar = new JarFile(Jars.of(service).toFile())) {
      JsonNode bill = bill(jar);
      assertThat(bill.at("/metadata/component/name").asString()).isEqualTo(service);
      assertThat(libraries(jar)).anyMatch(library -> library.startsWith("spring-rabbit-"));
      assertThat(named(bill)).containsAll(libraries(jar));
    }
  }

  @Test
  void namesWhatTheFrontDoorWasBuiltWith() throws IOException {
    try (JarFile jar = new JarFile(Jars.of("front-door").toFile())) {
      JsonNode bill = bill(jar);
      assertThat(bill.at("/metadata/component/name").asString()).isEqualTo("front-door");
      assertThat(named(bill)).anyMatch(library -> library.startsWith("jspecify-"));
    }
  }

  private static JsonNode bill(JarFile jar) throws IOException {
    try (InputStream entry =
        jar.getInputStream(Objects.requireNonNull(jar.getJarEntry(ENTRY), MISSING))) {
      return JSON.readTree(entry);
    }
  }

  private static List<String> named(JsonNode bill) {
    return bill.get("components")
        .valueStream()
        .map(part -> part.get("name").asString() + "-" + part.get("version").asString() + ".jar")
        .toList();
  }

  /** All but the tool that repackaging adds, and extraction into layers leaves out again. */
  private static List<String> libraries(JarFile jar) {
    return jar.stream()
        .map(entry -> Path.of(entry.getName()))
        .filter(entry -> entry.startsWith("BOOT-INF/lib"))
        .map(entry -> entry.getFileName().toString())
        .filter(name -> name.endsWith(".jar") && !name.startsWith("spring-boot-jarmode-tools"))
        .toList();
  }
}
