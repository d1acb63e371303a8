package dev.warren.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service that is configured wrongly ends, and says what is wrong and where it is set. */
@ExtendWith(OutputCaptureExtension.class)
class BadSettingsTest {

  /** Without a broker, and with nothing else wrong. */
  private static final List<String> GOOD =
      List.of("spring.rabbitmq.port=1", "warren.security.mode=open");

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of(
            "warren.worker.dot-duration=soon",
            List.of("warren.worker.dot-duration", "'soon' is not a valid duration")),
        Arguments.of(
            "warren.worker.prefetch=0",
            List.of("warren.worker.prefetch", "must be greater than or equal to 1")),
        Arguments.of(
            "warren.worker.suspect-after=5",
            List.of("warren.worker.suspect", "\"5\"", "must be less than or equal to 4")),
        Arguments.of(
            "warren.worker.retry.delays=1s,1s,1s,1s",
            List.of(
                "warren.worker.retry.delays has 4 delays, but at most 3",
                "WARREN_WORKER_RETRY_MECHANISM=ladder")),
        Arguments.of(
            "warren.worker.retry.mechanism=magic",
            List.of("warren.worker.retry.mechanism", "magic", "LADDER")),
        Arguments.of(
            "warren.worker.messages-per-ack=50",
            List.of("messages-per-ack above 1", "SPRING_PROFILES_ACTIVE=throughput")),
        Arguments.of(
            "spring.lifecycle.timeout-per-shutdown-phase=10s",
            List.of("at least 70 s", "raise WARREN_SHUTDOWN_TIMEOUT")),
        Arguments.of(
            "spring.config.import=configtree:/no/such/secrets/",
            List.of("'configtree:/no/such/secrets/' does not exist")),
        Arguments.of(
            "WARREN_LOG_FORMAT=xml",
            List.of("logging.structured.format.console is 'xml'", "WARREN_LOG_FORMAT", "logstash")),
        Arguments.of(
            "WARREN_RABBITMQ_TLS_BUNDLE=brokr",
            List.of("There is no SSL bundle 'brokr'", "Set WARREN_RABBITMQ_TLS_BUNDLE to broker")),
        Arguments.of(
            "spring.datasource.url=postgresql://worker:secret@localhost/warren",
            List.of(
                "spring.datasource.url, which begins with 'postgresql:'", "jdbc:postgresql://")),
        Arguments.of(
            "spring.datasource.url=jdbc:postgres://localhost/warren",
            List.of(
                "spring.datasource.url, which begins with 'jdbc:postgres:'",
                "WARREN_DATABASE_URL")));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void aWrongSettingEndsTheStartAndIsNamed(
      String setting, List<String> told, CapturedOutput output) {
    assertThatException().isThrownBy(() -> start(setting, "server.port=0"));
    assertThat(output).contains(told).satisfies(BadSettingsTest::isToldWithoutAStackTrace);
  }

  @Test
  void aPortInUseEndsTheStartAndIsNamed(CapturedOutput output) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      assertThatException().isThrownBy(() -> start("server.port=" + port));
      assertThat(output)
          .contains("Port " + port + " was already in use")
          .satisfies(BadSettingsTest::isToldWithoutAStackTrace);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:/no/such/authority.pem", "file:/", "file:pom.xml", "authority.pem"})
  void anAuthorityThatCannotBeReadEndsTheStart(String authority, CapturedOutput output) {
    assertThatException()
        .isThrownBy(
            () ->
                start(
                    "server.port=0",
                    "WARREN_RABBITMQ_TLS_BUNDLE=broker",
                    "WARREN_RABBITMQ_CA=" + authority));
    assertThat(output)
        .contains("The SSL bundle 'broker' cannot be used", "Correct WARREN_RABBITMQ_CA")
        .satisfies(BadSettingsTest::isToldWithoutAStackTrace);
  }

  private static void start(String... settings) {
    String[] all =
        Stream.concat(GOOD.stream(), Stream.of(settings))
            .map(each -> "--" + each)
            .toArray(String[]::new);
    SpringApplication.run(WorkerApplication.class, all).close();
  }

  private static void isToldWithoutAStackTrace(CharSequence output) {
    assertThat(output).contains("APPLICATION FAILED TO START", "Action:").doesNotContain("\tat ");
  }
}
