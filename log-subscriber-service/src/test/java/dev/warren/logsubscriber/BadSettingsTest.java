package dev.warren.logsubscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the receivers cannot subscribe to ends the start, which says where it is set. */
@ExtendWith(OutputCaptureExtension.class)
class BadSettingsTest {

  /** Without a broker, and with nothing else wrong. */
  private static final List<String> GOOD =
      List.of(
          "server.port=0",
          "spring.rabbitmq.port=1",
          "warren.security.mode=open",
          "warren.log-file.directory=target/logs/bad-settings");

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of(
            "WARREN_HEADERS_MATCH=any",
            "headers must name what any may match",
            "Correct WARREN_HEADERS or WARREN_HEADERS_MATCH"),
        Arguments.of(
            "WARREN_HEADERS_MATCH=most",
            "match must be one of all, any, all-with-x, any-with-x",
            "Correct WARREN_HEADERS or WARREN_HEADERS_MATCH"),
        Arguments.of(
            "WARREN_TOPIC_KEYS=fine," + "x".repeat(256),
            "bindingKeys.1 must be at most 255 bytes",
            "Correct WARREN_TOPIC_KEYS"));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aWrongSettingEndsTheStartAndIsNamed(
      String setting, String problem, String remedy, CapturedOutput output) {
    assertThatException().isThrownBy(() -> start(setting));

    assertThat(output)
        .contains("APPLICATION FAILED TO START", problem, remedy)
        .doesNotContain("\tat ");
  }

  private static void start(String setting) {
    String[] all =
        Stream.concat(GOOD.stream(), Stream.of(setting))
            .map(each -> "--" + each)
            .toArray(String[]::new);
    SpringApplication.run(LogSubscriberApplication.class, all).close();
  }
}
