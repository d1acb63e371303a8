package dev.warren.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class SecurityAtStartTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          warren.security.mode=          , It is not said who may call
          warren.security.mode=open      , listens on more than loopback (all addresses)
          warren.security.mode=api-keys  , warren.security.api-keys has none
          warren.security.mode=jwt       , it is not said whose
          """)
  void aServiceThatIsNotToldWhoMayCallItDoesNotStart(
      String setting, String reason, CapturedOutput output) {
    assertThatThrownBy(() -> start(setting).close())
        .hasRootCauseInstanceOf(SecurityNotConfiguredException.class);

    assertThat(output)
        .contains(reason, "WARREN_SECURITY_MODE=api-keys")
        .doesNotContain("\tat ", "Tomcat started");
  }

  @Test
  void itIsOpenOnLoopbackAndSaysSo(CapturedOutput output) {
    start("warren.security.mode=open", "server.address=127.0.0.1").close();

    assertThat(output.getAll().lines().filter(line -> line.contains("OPEN: whoever reaches")))
        .singleElement()
        .asString()
        .contains("WARN", "WARREN_SECURITY_MODE");
  }

  @Test
  void itIsOpenBeyondLoopbackIfThatIsMeant(CapturedOutput output) {
    start("warren.security.mode=open", "warren.security.open-beyond-loopback=true").close();

    assertThat(output).contains("OPEN: whoever reaches this address, beyond loopback,");
  }

  private static ConfigurableApplicationContext start(String... settings) {
    return new SpringApplicationBuilder(ThingsApplication.class)
        .run(
            Stream.concat(Stream.of("server.port=0"), Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
  }
}
