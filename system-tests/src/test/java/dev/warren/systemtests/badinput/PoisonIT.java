package dev.warren.systemtests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.Subscription;
import dev.warren.systemtests.suite.SystemTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SystemTest
class PoisonIT {

  private final RunningSuite suite;

  PoisonIT(RunningSuite suite) {
    this.suite = suite;
  }

  static Stream<Poison> poisons() {
    return Poison.all();
  }

  @ParameterizedTest
  @MethodSource("poisons")
  void poisonIsHandledAndTheReceiverOfHelloGoesOn(Poison poison) throws IOException {
    String good = Seen.uniqueText("Hello after poison");
    publish("", "hello", poison);
    assertThat(suite.producer().postText("/api/hello", good).status()).isEqualTo(202);
    Seen.byAWorker(suite, good);
    drains("hello");
  }

  @ParameterizedTest
  @MethodSource("poisons")
  void poisonIsHandledAndTheWorkerGoesOn(Poison poison) throws IOException {
    String good = Seen.uniqueText("A task after poison");
    publish("", "task_queue", poison);
    assertThat(suite.producer().postText("/api/tasks", good).status()).isEqualTo(202);
    Seen.byAWorker(suite, good);
    drains("task_queue");
  }

  @ParameterizedTest
  @MethodSource("poisons")
  void poisonIsHandledAndTheRpcServerGoesOn(Poison poison) throws IOException {
    publish("", "rpc_queue", poison);
    assertThat(suite.producer().get("/api/fib/30?timeout=5s").status()).isEqualTo(200);
    drains("rpc_queue");
  }

  @ParameterizedTest
  @MethodSource("poisons")
  void poisonIsHandledAndTheLogSubscriberGoesOn(Poison poison) throws IOException {
    String good = Seen.uniqueText("A log after poison");
    try (Subscription fanout = suite.subscribe("{'pattern':'fanout'}")) {
      publish("logs", "", poison);
      assertThat(suite.producer().postText("/api/logs", good).status()).isEqualTo(202);
      Seen.byTheLogSubscriber(suite, fanout.id(), good);
    }
  }

  private void publish(String exchange, String key, Poison poison) throws IOException {
    try (Connection connection = suite.broker().connect()) {
      Channel channel = connection.createChannel();
      channel.basicPublish(exchange, key, poison.properties(), poison.body());
    }
  }

  private void drains(String queue) throws IOException {
    try (Connection connection = suite.broker().connect()) {
      Channel channel = connection.createChannel();
      Seen.eventually(queue + " is empty", () -> channel.messageCount(queue) == 0);
      assertThat(channel.consumerCount(queue)).isPositive();
    }
  }
}
