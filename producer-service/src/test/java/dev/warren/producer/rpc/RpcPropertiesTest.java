package dev.warren.producer.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RpcPropertiesTest {

  private final ApplicationContextRunner service =
      new ApplicationContextRunner().withUserConfiguration(Settings.class);

  @ParameterizedTest
  @ValueSource(strings = {"9ms", "0s", "-1s", "60001ms", "365d"})
  void noTimeoutIsSetThatNoCallerMayAskFor(String timeout) {
    service
        .withPropertyValues("warren.rpc.timeout=" + timeout)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(BindValidationException.class)
                    .hasMessageContainingAll("warren.rpc", "timeout"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10ms", "60s"})
  void whatACallerMayAskForCanBeSet(String timeout) {
    service
        .withPropertyValues("warren.rpc.timeout=" + timeout)
        .run(
            context ->
                assertThat(context.getBean(RpcProperties.class).timeout())
                    .isIn(Duration.ofMillis(10), Duration.ofSeconds(60)));
  }

  @EnableConfigurationProperties(RpcProperties.class)
  static class Settings {}
}
