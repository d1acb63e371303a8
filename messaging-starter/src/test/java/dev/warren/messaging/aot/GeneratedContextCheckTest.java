package dev.warren.messaging.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.SpringProperties;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class GeneratedContextCheckTest {

  @TempDir private Path jar;

  private final MockEnvironment environment = new MockEnvironment().withProperty("a.secret", "x");

  @BeforeEach
  void start() {
    SpringProperties.setProperty(AotDetector.AOT_ENABLED, "true");
  }

  @AfterEach
  void startAsAlways() {
    SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
  }

  @Test
  void leavesTheGeneratedContextWhereItFits() throws IOException {
    generate();

    assertThat(generatedContextIsUsed()).isTrue();
  }

  @Test
  void buildsTheContextWhereASettingThatDecidesIsDifferent(CapturedOutput output)
      throws IOException {
    generate();
    environment.setProperty("a.secret", "sesame");

    assertThat(generatedContextIsUsed()).isFalse();
    assertThat(output).contains("other settings: a.secret").doesNotContain("sesame");
  }

  @Test
  void buildsTheContextWhereTheJarHasNone(CapturedOutput output) throws IOException {
    assertThat(generatedContextIsUsed()).isFalse();
    assertThat(output).contains("this jar has none");
  }

  @Test
  void saysNothingWhereNobodyAskedForOne(CapturedOutput output) throws IOException {
    SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);

    assertThat(generatedContextIsUsed()).isFalse();
    assertThat(output).doesNotContain("generated context");
  }

  private void generate() throws IOException {
    Path resource = jar.resolve(Decisions.RESOURCE);
    Files.createDirectories(resource.getParent());
    Files.writeString(resource, Decisions.in(environment, List.of("a.secret")).text());
  }

  private boolean generatedContextIsUsed() throws IOException {
    try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      SpringApplication service = new SpringApplication(new DefaultResourceLoader(classes));
      new GeneratedContextCheck(Supplier::get).postProcessEnvironment(environment, service);
      return AotDetector.useGeneratedArtifacts();
    }
  }
}
