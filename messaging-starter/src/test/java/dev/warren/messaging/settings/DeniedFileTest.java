package dev.warren.messaging.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A secret that only somebody else may read. A test that is root may read any file. */
@ExtendWith(OutputCaptureExtension.class)
class DeniedFileTest {

  private static final String SECRET = "/run/secrets/spring.rabbitmq.password";

  @Test
  void theFileIsNamedWithoutAStackTrace(CapturedOutput output) {
    SpringApplication application = new SpringApplication(DeniedFileTest.class);
    application.addInitializers(
        context -> {
          // as Boot's tree of configuration does
          throw new IllegalStateException(new AccessDeniedException(SECRET));
        });

    assertThatException().isThrownBy(application::run);

    assertThat(output)
        .contains("APPLICATION FAILED TO START", "may not open the file " + SECRET, "0010")
        .doesNotContain("\tat ");
  }
}
