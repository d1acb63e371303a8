package dev.warren.rpcfib.rpc;

import static dev.warren.testkit.Bounds.soon;
import static dev.warren.testkit.Bounds.within;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.contracts.Rpc;
import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.OutgoingMessages;
import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.rpcfib.RpcFibApplication;
import dev.warren.testkit.OwnBroker;
import dev.warren.testkit.ReceivedMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The broker lacks disk and blocks publishers, so also replies. */
class AlarmIT {

  /** Less than the patience with a reply, of 30 s. */
  private static final Duration STOPPED = Duration.ofSeconds(20);

  /** Some time for each of the requests, one after the other. */
  private static final Duration REJECTED = Duration.ofSeconds(30);

  private static final int REQUESTS = 4;

  private static OwnBroker broker;

  private Connection connection;
  private Channel channel;
  private TutorialClient client;

  @BeforeAll
  static void startBroker() {
    broker = OwnBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void sendRequestsBeforeTheAlarm() throws Exception {
    connection = broker.connect();
    channel = connection.createChannel();
    channel.confirmSelect(); // or the broker may not have the requests yet
    channel.queuePurge(Rpc.QUEUE);
    channel.queuePurge(Rpc.DEAD_LETTER_QUEUE);
    client = TutorialClient.withReplyQueue(channel);
    for (int n = 0; n < REQUESTS; n++) {
      client.send(Integer.toString(n).getBytes(US_ASCII), "n" + n);
    }
    channel.waitForConfirmsOrDie(10_000);
    broker.raiseDiskAlarm();
  }

  @AfterEach
  void stop() throws Exception {
    broker.clearDiskAlarm();
    connection.close();
  }

  @Test
  void everyRequestIsAnsweredWhenItIsOver() throws Exception {
    try (ConfigurableApplicationContext service = start()) {
      consumeUnderTheAlarm(service);

      broker.clearDiskAlarm();

      Map<String, String> answers = new HashMap<>();
      while (answers.size() < REQUESTS) { // one may come twice
        ReceivedMessage reply = client.replies().expectOne();
        answers.put(reply.properties().getCorrelationId(), reply.body());
      }
      assertThat(answers).isEqualTo(Map.of("n0", "0", "n1", "1", "n2", "1", "n3", "2"));
    }
    assertThat(messages(Rpc.QUEUE)).isZero();
    assertThat(messages(Rpc.DEAD_LETTER_QUEUE)).isZero();
  }

  @Test
  void aServerThatStopsMeanwhileGivesItsRequestBack() throws Exception {
    try (ConfigurableApplicationContext service = start()) {
      consumeUnderTheAlarm(service);

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close);

      within(STOPPED).until(stopped::isDone);
    }
    assertThat(messages(Rpc.QUEUE)).isEqualTo(REQUESTS);
  }

  @Test
  void aRequestIsRejectedWhenPatienceIsOver() throws Exception {
    try (ConfigurableApplicationContext service = start("--warren.rpc.reply-patience=1500ms")) {
      consumeUnderTheAlarm(service);

      within(REJECTED).until(() -> messages(Rpc.DEAD_LETTER_QUEUE) == REQUESTS);
    }
    assertThat(messages(Rpc.QUEUE)).isZero();
  }

  private static ConfigurableApplicationContext start(String... more) {
    String[] arguments =
        Stream.of(
                broker.springSettings().stream().map(setting -> "--" + setting),
                Stream.of("--server.port=0", "--warren.publisher.confirm-timeout=1s"),
                Stream.of("--spring.rabbitmq.listener.simple.auto-startup=false"),
                Stream.of(more))
            .flatMap(each -> each)
            .toArray(String[]::new);
    return new SpringApplicationBuilder(RpcFibApplication.class).run(arguments);
  }

  /** The broker tells a connection of the alarm when that publishes, so something is published. */
  private void consumeUnderTheAlarm(ConfigurableApplicationContext service) {
    Message message = service.getBean(OutgoingMessages.class).text("learns of the alarm");
    ConfirmedPublisher publisher = service.getBean(ConfirmedPublisher.class);
    soon()
        .until(
            () -> publisher.publishAndAwait("", "nowhere", message),
            PublishOutcome.NotSent.class::isInstance);
    service.getBean(RabbitListenerEndpointRegistry.class).start();
    soon().until(() -> messages(Rpc.QUEUE) < REQUESTS);
  }

  private long messages(String queue) throws IOException {
    return channel.messageCount(queue);
  }
}
