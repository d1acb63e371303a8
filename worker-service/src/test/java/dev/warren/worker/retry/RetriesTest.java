package dev.warren.worker.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.rabbitmq.client.Connection;
import dev.warren.messaging.broker.BrokerInfo;
import dev.warren.messaging.settings.WrongSettingException;
import dev.warren.worker.retry.RetryProperties.Choice;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.amqp.rabbit.connection.SimpleConnection;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

@ExtendWith(OutputCaptureExtension.class)
class RetriesTest {

  private static final String WARNING = "of WARREN_WORKER_RETRY_DELAYS only the number counts, 1";
  private static final List<Duration> OTHER_DELAYS = List.of(Duration.ofSeconds(1));

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

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "BROKER"})
  void warnsOnceThatTheBrokerHasDelaysOfItsOwn(Choice choice, CapturedOutput output) {
    Retries retries = retries(choice, true, OTHER_DELAYS, brokerOf("4.3.6"));
    assertThat(retries.current().mechanism()).isEqualTo(Mechanism.BROKER);
    assertThat(retries.current().mechanism()).isEqualTo(Mechanism.BROKER);

    assertThat(output)
        .containsOnlyOnce(WARNING)
        .contains("Set WARREN_WORKER_RETRY_MECHANISM=ladder for these delays");
  }

  @Test
  void warnsNobodyWhoseDelaysApplyOrAreTheDefaultOnes(CapturedOutput output) throws IOException {
    retries(Choice.LADDER, true, OTHER_DELAYS, brokerOf("4.3.6")).current();
    retries(Choice.AUTO, false, OTHER_DELAYS, brokerOf("4.3.6")).current();
    retries(Choice.AUTO, true, OTHER_DELAYS, brokerOf("4.2.0")).current();
    retries(Choice.BROKER, true, OTHER_DELAYS, new BrokerInfo()).current();
    retries(Choice.AUTO, true, List.of(), brokerOf("4.3.6")).current();
    retries(Choice.AUTO, true, delaysOfTheService(), brokerOf("4.3.6")).current();

    assertThat(output).doesNotContain("WARREN_WORKER_RETRY_DELAYS");
  }

  private static List<Duration> delaysOfTheService() throws IOException {
    StandardEnvironment environment = new StandardEnvironment();
    new YamlPropertySourceLoader()
        .load("service", new ClassPathResource("application.yaml"))
        .forEach(environment.getPropertySources()::addLast);
    List<Duration> delays =
        Binder.get(environment).bindOrCreate("warren.worker.retry", RetryProperties.class).delays();
    assertThat(delays).isNotEmpty();
    return delays;
  }

  /** It says its version and nothing else. */
  private static BrokerInfo brokerOf(String version) {
    Map<String, Object> said = Map.of("version", version);
    BrokerInfo info = new BrokerInfo();
    info.onCreate(
        new SimpleConnection(
            (Connection)
                Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (self, method, arguments) ->
                        method.getName().equals("getServerProperties") ? said : null),
            0));
    return info;
  }

  private static Mechanism chosen(Choice choice) {
    return retries(choice, true).current().mechanism();
  }

  private static Retries retries(Choice choice, boolean settlesEach) {
    return retries(choice, settlesEach, 1);
  }

  private static Retries retries(Choice choice, boolean settlesEach, int delays) {
    return retries(
        choice, settlesEach, Collections.nCopies(delays, Duration.ofSeconds(1)), new BrokerInfo());
  }

  private static Retries retries(
      Choice choice, boolean settlesEach, List<Duration> delays, BrokerInfo broker) {
    Map<Mechanism, RetryMechanism> all =
        Stream.of(Mechanism.values())
            .map(Named::new)
            .collect(Collectors.toMap(Named::mechanism, Function.identity()));
    RetryProperties properties =
        new RetryProperties(choice, delays, new RetryProperties.InProcess(Duration.ofMillis(1), 2));
    return new Retries(properties, settlesEach, broker, all);
  }

  private record Named(Mechanism mechanism) implements RetryMechanism {
    @Override
    public Verdict postpone(FailedAttempt failed) {
      return Verdict.ACKNOWLEDGE;
    }
  }
}
