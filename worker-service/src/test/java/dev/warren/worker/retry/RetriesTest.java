package dev.warren.worker.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warren.messaging.broker.BrokerInfo;
import dev.warren.messaging.settings.WrongSettingException;
import dev.warren.worker.retry.RetryProperties.Choice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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

  private static Mechanism chosen(Choice choice) {
    return retries(choice, true).current().mechanism();
  }

  private static Retries retries(Choice choice, boolean settlesEach) {
    Map<Mechanism, RetryMechanism> all =
        Stream.of(Mechanism.values())
            .map(Named::new)
            .collect(Collectors.toMap(Named::mechanism, Function.identity()));
    RetryProperties properties =
        new RetryProperties(
            choice,
            List.of(Duration.ofSeconds(1)),
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
