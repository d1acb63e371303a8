package dev.warren.worker.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.warren.messaging.broker.BrokerInfo;
import dev.warren.messaging.settings.WrongSettingException;
import dev.warren.worker.retry.RetryProperties.Choice;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetriesTest {

  @Test
  void ofABrokerThatIsNotKnownYetOnlyTheLadderIsExpected() {
    assertThat(chosen(Choice.AUTO)).isEqualTo(Mechanism.LADDER);
    assertThat(chosen(Choice.BROKER)).isEqualTo(Mechanism.BROKER);
    assertThat(chosen(Choice.LADDER)).isEqualTo(Mechanism.LADDER);
    assertThat(chosen(Choice.IN_PROCESS)).isEqualTo(Mechanism.IN_PROCESS);
  }

  @Test
  void refusesTheBrokersMechanismWhereTasksAreNotSettledOneByOne() {
    assertThatExceptionOfType(WrongSettingException.class)
        .isThrownBy(() -> retries(Choice.BROKER, false))
        .withMessageContaining("messages-per-ack=1");
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "BROKER"})
  void refusesMoreDelaysThanTheBrokersDeliveryLimitAllows(Choice choice) {
    assertThatNoException().isThrownBy(() -> retries(choice, true, 3));
    assertThatExceptionOfType(WrongSettingException.class)
        .isThrownBy(() -> retries(choice, true, 4))
        .withMessageContaining("delays has 4 delays, but at most 3");
  }

  @Test
  void takesMoreDelaysWhereTheBrokerDoesNotCountFailures() {
    assertThat(retries(Choice.LADDER, true, 20).maxAttempts()).isEqualTo(21);
    assertThat(retries(Choice.IN_PROCESS, true, 20).maxAttempts()).isEqualTo(21);
    assertThat(retries(Choice.AUTO, false, 20).maxAttempts()).isEqualTo(21);
  }

  private static Mechanism chosen(Choice choice) {
    return retries(choice, true).current().mechanism();
  }

  private static Retries retries(Choice choice, boolean settlesEach) {
    return retries(choice, settlesEach, 1);
  }

  private static Retries retries(Choice choice, boolean settlesEach, int delays) {
    Map<Mechanism, RetryMechanism> all =
        Stream.of(Mechanism.values())
            .map(Named::new)
            .collect(Collectors.toMap(Named::mechanism, Function.identity()));
    RetryProperties properties =
        new RetryProperties(
            choice,
            Collections.nCopies(delays, Duration.ofSeconds(1)),
            new RetryProperties.InProcess(Duration.ofMillis(1), 2));
    return new Retries(properties, settlesEach, new BrokerInfo(), all);
  }

  private record Named(Mechanism mechanism) implements RetryMechanism {
    @Override
    public Verdict postpone(FailedAttempt failed) {
      return Verdict.ACKNOWLEDGE;
    }
  }
}
