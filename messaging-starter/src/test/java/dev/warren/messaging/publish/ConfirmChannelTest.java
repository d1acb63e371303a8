package dev.warren.messaging.publish;

import static dev.warren.testkit.Bounds.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.AmqpException;
import org.springframework.util.unit.DataSize;

class ConfirmChannelTest {

  private static final BasicProperties GOOD =
      new BasicProperties.Builder().messageId("good").build();
  private static final PublisherProperties PROPERTIES =
      new PublisherProperties(Duration.ofSeconds(10), Duration.ZERO, 10, DataSize.ofMegabytes(1));

  private final Semaphore places = new Semaphore(0);

  @Test
  void takesNothingMoreWhenItHasMiscountedThoughAnAlarmKeepsItOpen() throws Exception {
    FakeChannel fake = FakeChannel.open();
    AtomicBoolean blocked = new AtomicBoolean();
    ConfirmChannel channel = new ConfirmChannel(fake.channel(), blocked, places, () -> {});
    CompletableFuture<PublishOutcome> earlier = publish(channel, GOOD);
    blocked.set(true);

    CompletableFuture<PublishOutcome> bad = publish(channel, FakeChannel.UNENCODABLE);

    assertThat(bad.join().mayBeRepeated()).isFalse();
    assertThat(channel.isOpen()).isFalse();
    assertThat(earlier).isCompletedWithValueMatching(PublishOutcome.Unconfirmed.class::isInstance);
    assertThat(places.availablePermits()).isEqualTo(2);
  }

  @Test
  void theOneThatTakesItsPlaceAfterTheAlarmHasItClosed() throws Exception {
    FakeChannel first = FakeChannel.open();
    FakeChannel second = FakeChannel.open();
    FakeConnections connections = FakeConnections.with(first, second);
    first.beforeItFails(connections::block);
    ExchangePublisher publisher =
        new ExchangePublisher("x", connections.confirmChannels(), PROPERTIES, name -> {});
    publisher.publish("key", FakeChannel.UNENCODABLE, new byte[0]).join();
    soon().until(() -> first.handled() == 1);
    assertThat(first.isOpen()).isTrue();

    connections.unblock();
    CompletableFuture<PublishOutcome> good = publisher.publish("key", GOOD, new byte[0]);

    soon().until(() -> !first.isOpen());
    assertThat(second.isOpen()).isTrue();
    assertThat(good).isNotDone();
  }

  @Test
  void aChannelThatRefusesConfirmModeIsNotLeftOpen() {
    FakeChannel fake = FakeChannel.refusingConfirmMode();
    ConfirmChannels channels = FakeConnections.with(fake).confirmChannels();

    assertThatThrownBy(() -> channels.open(places, () -> {})).isInstanceOf(AmqpException.class);

    assertThat(fake.isOpen()).isFalse();
  }

  private static CompletableFuture<PublishOutcome> publish(
      ConfirmChannel channel, BasicProperties properties) {
    PendingConfirm confirm = new PendingConfirm(properties.getMessageId(), Long.MAX_VALUE);
    channel.publish(
        "", new WaitingMessage("key", properties, new byte[0], confirm), new WriteBurst());
    return confirm.outcome;
  }
}
