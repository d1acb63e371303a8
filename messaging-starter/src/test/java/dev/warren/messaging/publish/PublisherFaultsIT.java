package dev.warren.messaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import dev.warren.contracts.Hello;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;

@BrokerTest
class PublisherFaultsIT {

  private PublisherFixture sender;

  @BeforeEach
  void connect(TestVhost vhost) {
    sender = PublisherFixture.on(vhost);
  }

  @AfterEach
  void disconnect() {
    sender.close();
  }

  @Test
  void losesNothingThatItConfirmedWhenTheConnectionIsCut(Channel channel) throws IOException {
    List<CompletableFuture<PublishOutcome>> outcomes = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      outcomes.addAll(sender.pipeline(Hello.QUEUE, 50));
      sender.cutConnection();
    }

    long confirmed = outcomes.stream().filter(outcome -> outcome.join().isConfirmed()).count();
    long inQueue = channel.messageCount(Hello.QUEUE);
    assertThat(inQueue).isBetween(confirmed, (long) outcomes.size());
    assertThat(sender.send("", Hello.QUEUE, "after")).isInstanceOf(PublishOutcome.Confirmed.class);
    assertThat(sender.publisher.inFlight()).isZero();
  }

  @Test
  void saysNotSentWhenTheConnectionBreaksBeforeItHasAChannel() {
    sender.breakNextConnection();

    assertThat(sender.send("", Hello.QUEUE, "too early"))
        .isInstanceOf(PublishOutcome.NotSent.class);

    assertThat(sender.publisher.inFlight()).isZero();
    // Spring learns of the closed connection from another thread
    Bounds.soon().until(() -> sender.send("", Hello.QUEUE, "after").isConfirmed());
  }

  @Test
  void aMissingExchangeFailsItsOwnMessagesOnlyAndIsReported() {
    List<CompletableFuture<PublishOutcome>> good = sender.pipeline(Hello.QUEUE, 50);
    PublishOutcome bad = sender.send("no.such.exchange", "", "whither?");

    assertThat(bad)
        .isInstanceOfSatisfying(
            PublishOutcome.NotSent.class,
            notSent -> assertThat(notSent.reason()).contains("no.such.exchange"));
    assertThat(good).allMatch(outcome -> outcome.join().isConfirmed());
    Bounds.soon().until(() -> List.copyOf(sender.missing), List.of("no.such.exchange")::equals);
  }

  @Test
  void aMissingQueueIsReported() {
    sender.send("", "no.such.queue", "whither?");

    Bounds.soon().until(() -> List.copyOf(sender.missing), List.of("no.such.queue")::equals);
  }

  @Test
  void reopensTheChannelOnceTheExchangeIsThere(Channel channel) throws IOException {
    sender.send("late.exchange", "", "too early");
    channel.exchangeDeclare("late.exchange", "fanout", false, true, null);

    assertThat(sender.send("late.exchange", "", "in time"))
        .isInstanceOf(PublishOutcome.Returned.class);
  }

  @Test
  void doesNotSendWhatTheBrokerWouldCloseTheChannelFor() {
    String tooLarge = "x".repeat(1024 * 1024 + 1);
    Message unencodable =
        sender.messages.text("id", "text", more -> more.setCorrelationId("c".repeat(300)));

    assertThat(
            List.of(
                sender.send("", Hello.QUEUE, tooLarge),
                sender.send("", "k".repeat(256), "x"),
                sender.send("", Hello.QUEUE, unencodable)))
        .hasOnlyElementsOfType(PublishOutcome.NotSent.class)
        .noneMatch(PublishOutcome::mayBeRepeated);
    assertThat(sender.send("", Hello.QUEUE, "good")).isInstanceOf(PublishOutcome.Confirmed.class);
    assertThat(sender.publisher.inFlight()).isZero();
  }

  @Test
  void saysNotSentWhenThereIsNoBroker() {
    try (PublisherFixture nowhere = PublisherFixture.withoutBroker()) {
      assertThat(nowhere.send("", Hello.QUEUE, "anybody?"))
          .isInstanceOfSatisfying(
              PublishOutcome.NotSent.class,
              notSent -> assertThat(notSent.reason()).startsWith("no connection"));
      assertThat(nowhere.publisher.inFlight()).isZero();
    }
  }
}
