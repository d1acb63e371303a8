package dev.warren.messaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.Hello;
import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.MessageCollector;
import dev.warren.testkit.ReceivedMessage;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

@BrokerTest
class SharedChannelPublisherIT {

  private static final PublishOutcome CONFIRMED = new PublishOutcome.Confirmed();

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
  void confirmsWhatIsInAQueueAndStampsIt(Channel channel) throws IOException {
    assertThat(sender.send("", Hello.QUEUE, sender.messages.text("id-1", "Hello World!")))
        .isEqualTo(CONFIRMED);

    ReceivedMessage received = MessageCollector.consume(channel, Hello.QUEUE).expectOne();
    BasicProperties properties = received.properties();
    assertThat(received.body()).isEqualTo("Hello World!");
    assertThat(properties.getMessageId()).isEqualTo("id-1");
    assertThat(properties.getAppId()).isEqualTo("test");
    assertThat(properties.getContentType()).isEqualTo("text/plain");
    assertThat(properties.getDeliveryMode()).isEqualTo(2);
    assertThat(properties.getTimestamp()).isNotNull();
  }

  @Test
  void publishesAgainWhenItWasStoppedAndStarted() {
    assertThat(sender.send("", Hello.QUEUE, "before")).isEqualTo(CONFIRMED);

    sender.publisher.stop();
    assertThat(sender.send("", Hello.QUEUE, "meanwhile"))
        .isInstanceOf(PublishOutcome.NotSent.class);

    sender.publisher.start();
    assertThat(sender.send("", Hello.QUEUE, "after")).isEqualTo(CONFIRMED);
  }

  @Test
  void saysReturnedForWhatNoQueueTookThoughTheBrokerAcknowledgesIt() {
    assertThat(sender.send("", "no.such.queue", "lost?"))
        .isInstanceOfSatisfying(
            PublishOutcome.Returned.class,
            returned -> assertThat(returned.replyCode()).isEqualTo(312));
  }

  @Test
  void saysNackedForWhatAFullQueueRefuses(Channel channel) throws IOException {
    String full =
        channel
            .queueDeclare(
                "full",
                false,
                true,
                true,
                Map.of(
                    "x-queue-type", "classic", "x-max-length", 1, "x-overflow", "reject-publish"))
            .getQueue();

    assertThat(sender.send("", full, "first")).isInstanceOf(PublishOutcome.Confirmed.class);
    assertThat(sender.send("", full, "second")).isInstanceOf(PublishOutcome.Nacked.class);
  }

  @Test
  void pipelinesFarMoreThanMayBeInFlightAndKeepsTheirOrder(Channel channel) throws IOException {
    int count = 20 * PublisherFixture.MAX_IN_FLIGHT;

    assertThat(sender.pipeline(Hello.QUEUE, count))
        .allMatch(outcome -> outcome.join().isConfirmed());

    List<String> expected = IntStream.range(0, count).mapToObj(String::valueOf).toList();
    assertThat(MessageCollector.consume(channel, Hello.QUEUE).expect(count))
        .extracting(ReceivedMessage::body)
        .isEqualTo(expected);
  }

  @Test
  void servesManyCallersAtOnceEachWithItsOwnOutcome() {
    List<String> wrong =
        IntStream.range(0, 2000)
            .parallel()
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? sender.send("", Hello.QUEUE, "even").label()
                        : sender.send("", "no.such.queue", "odd").label() + "!")
            .filter(label -> !label.equals("confirmed") && !label.equals("returned!"))
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void holdsNoMoreInFlightWhenAllIsConfirmed() {
    sender.pipeline(Hello.QUEUE, 500).forEach(outcome -> outcome.join());
    sender.send("", "no.such.queue", "returned");

    assertThat(sender.publisher.inFlight()).isZero();
    assertThat(sender.publisher.oldestWait()).isZero();
  }

  @Test
  void drainsWhatIsInFlightWhenItStops() {
    List<CompletableFuture<PublishOutcome>> open =
        sender.pipeline(Hello.QUEUE, PublisherFixture.MAX_IN_FLIGHT);
    sender.publisher.stop();

    assertThat(open).extracting(outcome -> outcome.getNow(null)).containsOnly(CONFIRMED);
    assertThat(sender.send("", Hello.QUEUE, "too late")).isInstanceOf(PublishOutcome.NotSent.class);
  }

  @Test
  void refusesAlsoTheOneThatCameJustBeforeItStopped() throws Exception {
    assertThat(sender.send("", Hello.QUEUE, "before")).isEqualTo(CONFIRMED);
    HeldMessage held = new HeldMessage(sender.messages.text("id-held", "at the last moment"));
    CompletableFuture<PublishOutcome> outcome =
        CompletableFuture.supplyAsync(() -> sender.send("", Hello.QUEUE, held));
    held.isAsked.await();

    sender.publisher.stop();
    held.mayGo.countDown();

    assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(PublishOutcome.NotSent.class);
    assertThat(sender.publisher.inFlight()).isZero();
  }

  @Test
  void oneThatCannotBeEncodedDoesNotCastADoubtOnOthers() {
    List<CompletableFuture<PublishOutcome>> others =
        sender.pipeline(Hello.QUEUE, PublisherFixture.MAX_IN_FLIGHT - 1);
    Message tooManyHeaders = sender.messages.text("id-large", "Hello World!");
    tooManyHeaders.getMessageProperties().setHeader("x-large", "x".repeat(200_000));

    assertThat(sender.send("", Hello.QUEUE, tooManyHeaders))
        .isInstanceOfSatisfying(
            PublishOutcome.NotSent.class, outcome -> assertThat(outcome.never()).isTrue());

    assertThat(others).allMatch(outcome -> outcome.join().isConfirmed());
    assertThat(sender.send("", Hello.QUEUE, "after")).isEqualTo(CONFIRMED);
  }

  /** One whose publisher waits in the middle of its work. */
  private static final class HeldMessage extends Message {
    private static final long serialVersionUID = 1L;

    private final transient CountDownLatch isAsked = new CountDownLatch(1);
    private final transient CountDownLatch mayGo = new CountDownLatch(1);

    HeldMessage(Message message) {
      super(message.getBody(), message.getMessageProperties());
    }

    @Override
    public MessageProperties getMessageProperties() {
      isAsked.countDown();
      try {
        mayGo.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return super.getMessageProperties();
    }
  }
}
