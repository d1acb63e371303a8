package dev.warren.systemtests.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import dev.warren.systemtests.suite.Broker;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class BrokerUsersIT {

  static final List<String> USERS = List.of("producer", "worker", "log-subscriber", "rpc-fib");

  private static final Set<String> FOREIGN = Set.of("", Broker.FOREIGN);

  private final RunningSuite suite;

  BrokerUsersIT(RunningSuite suite) {
    this.suite = suite;
  }

  static Stream<Attempt> forbidden() {
    Stream<Attempt> byEach =
        Stream.of(
            Attempt.consume("producer", "task_queue"),
            Attempt.consume("producer", "hello"),
            Attempt.consume("producer", "rpc_queue"),
            Attempt.consume("producer", "worker.orders"),
            Attempt.publish("worker", "logs", ""),
            Attempt.publish("worker", "direct_logs", "info"),
            Attempt.publish("worker", "orders", "order.placed"),
            Attempt.consume("worker", "worker.orders.dlq"),
            Attempt.consume("worker", "rpc_queue"),
            Attempt.consume("worker", "task_queue.dlq"),
            Attempt.delete("worker", "rpc_queue"),
            Attempt.publish("log-subscriber", "", "task_queue"),
            Attempt.publish("log-subscriber", "topic_logs", "kern.info"),
            Attempt.publish("log-subscriber", "orders", "order.placed"),
            Attempt.consume("log-subscriber", "task_queue"),
            Attempt.consume("log-subscriber", "worker.orders"),
            Attempt.delete("log-subscriber", "hello"),
            Attempt.publish("rpc-fib", "logs", ""),
            Attempt.publish("rpc-fib", "orders", "order.placed"),
            Attempt.consume("rpc-fib", "task_queue"),
            Attempt.consume("rpc-fib", "worker.orders"),
            Attempt.consume("rpc-fib", "rpc_queue.dlq"),
            Attempt.delete("rpc-fib", "task_queue"),
            Attempt.consume("rpc-fib", "task_events"));
    return Stream.concat(byEach, USERS.stream().flatMap(BrokerUsersIT::forbiddenToAll));
  }

  static Stream<Attempt> forbiddenToAll(String user) {
    return Stream.of(
        Attempt.declare(user, "a_queue_of_its_own"),
        Attempt.publish(user, "amq.topic", "any.key"),
        new Attempt(
            user,
            "declares an exchange",
            channel -> channel.exchangeDeclare("its_own", BuiltinExchangeType.FANOUT)));
  }

  static Stream<Attempt> allowed() {
    return Stream.of(
        Attempt.publish("producer", "", "hello"),
        Attempt.publish("producer", "topic_logs", "kern.info"),
        Attempt.publish("producer", "orders", "a.key.that.is.bound.to.nothing"),
        new Attempt("producer", "waits for direct replies", BrokerUsersIT::waitForDirectReplies),
        Attempt.consume("worker", "task_queue"),
        Attempt.consume("worker", "worker.orders"),
        Attempt.publish("worker", "", "task_events"),
        Attempt.declare("log-subscriber", "log-subscriber.test"),
        Attempt.consume("rpc-fib", "rpc_queue"),
        Attempt.publish("rpc-fib", "", "amq.gen-a-client-that-has-gone"));
  }

  private static void waitForDirectReplies(Channel channel) throws IOException {
    channel.basicConsume("amq.rabbitmq.reply-to", true, (tag, delivery) -> {}, tag -> {});
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void isRefused(Attempt attempt) throws Exception {
    attempt.isRefusedOn(suite.broker().connectAs(attempt.user()));
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void isAllowed(Attempt attempt) throws Exception {
    attempt.succeedsOn(suite.broker().connectAs(attempt.user()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"producer", "worker", "log-subscriber", "rpc-fib"})
  void theManagementApiLetsNoServiceIn(String user) {
    assertThat(suite.broker().managementAs(user).get("/api/overview").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"producer", "worker", "log-subscriber", "rpc-fib"})
  void connectionsAndChannelsOfAUserAreLimited(String user) {
    var limits = suite.broker().management().get("/api/user-limits/" + user).json().get(0);
    assertThat(limits.get("value").get("max-connections").intValue()).isEqualTo(100);
    assertThat(limits.get("value").get("max-channels").intValue()).isEqualTo(2000);
  }

  @Test
  void nobodyComesWithoutAName() throws Exception {
    List<String> mechanisms = new ArrayList<>();
    ConnectionFactory clients = suite.broker().clients();
    clients.setSaslConfig(
        offered -> {
          mechanisms.addAll(List.of(offered));
          return null; // none of them will do
        });

    assertThatThrownBy(clients::newConnection).hasMessageContaining("mechanism");
    assertThat(mechanisms).containsExactlyInAnyOrder("PLAIN", "AMQPLAIN");
  }

  @Test
  void everyServiceIsConnectedAsItsOwnUser() {
    for (String user : USERS) {
      Seen.eventually(user + " is connected", () -> usersOfServices().contains(user));
    }
    assertThat(usersOfServices()).doesNotContain("guest");
  }

  /**
   * The users of the connections that have a name, as Spring gives to each, and are not a test's:
   * those are listed for a while after their end.
   */
  private List<String> usersOfServices() {
    return suite
        .broker()
        .management()
        .get("/api/connections")
        .json()
        .valueStream()
        .filter(connection -> !FOREIGN.contains(connection.path("user_provided_name").asString()))
        .map(connection -> connection.path("user").asString())
        .toList();
  }
}
