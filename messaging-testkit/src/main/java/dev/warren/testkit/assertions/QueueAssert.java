package dev.warren.testkit.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.Queue.DeclareOk;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.testkit.Bounds;
import dev.warren.testkit.TestVhost;
import dev.warren.testkit.management.QueueInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.assertj.core.api.AbstractAssert;

/** Assertions about one queue. */
public final class QueueAssert extends AbstractAssert<QueueAssert, String> {

  private final TestVhost vhost;
  private Duration bound = Bounds.SOON;

  QueueAssert(TestVhost vhost, String queue) {
    super(queue, QueueAssert.class);
    this.vhost = vhost;
  }

  /** Waits no longer than this for what is asserted next. Default is {@link Bounds#SOON}. */
  public QueueAssert within(Duration bound) {
    this.bound = bound;
    return this;
  }

  public QueueAssert exists() {
    return satisfiesInfo(info -> assertThat(info.name()).isEqualTo(actual));
  }

  public QueueAssert doesNotExist() {
    Bounds.within(bound)
        .untilAsserted(
            () -> assertThat(vhost.broker().management().queue(vhost.name(), actual)).isEmpty());
    return this;
  }

  public QueueAssert isDurableQuorum() {
    return isDurable("quorum");
  }

  public QueueAssert isDurableClassic() {
    return isDurable("classic");
  }

  public QueueAssert isStream() {
    return isDurable("stream");
  }

  private QueueAssert isDurable(String type) {
    return satisfiesInfo(
        info -> {
          assertThat(info.durable()).as("%s is durable", actual).isTrue();
          assertThat(info.type()).as("type of %s", actual).isEqualTo(type);
        });
  }

  /** That the policy of this name shapes the queue. */
  public QueueAssert hasPolicy(String policy) {
    return satisfiesInfo(
        info -> assertThat(info.policy()).as("policy of %s", actual).isEqualTo(policy));
  }

  /** That a setting such as {@code max-length} has this value, be it by argument or by policy. */
  public QueueAssert hasSetting(String key, Object value) {
    return satisfiesInfo(
        info -> assertThat(info.setting(key)).as("%s of %s", key, actual).isEqualTo(value));
  }

  /** That rejected messages go through the default exchange to the given queue, which exists. */
  public QueueAssert hasDeadLetterQueue(String deadLetterQueue) {
    hasSetting("dead-letter-exchange", "");
    hasSetting("dead-letter-routing-key", deadLetterQueue);
    new QueueAssert(vhost, deadLetterQueue).within(bound).exists();
    return this;
  }

  /** That so many messages are ready for delivery; those that consumers hold are not counted. */
  public QueueAssert hasMessages(int count) {
    return hasCount("ready messages", DeclareOk::getMessageCount, count);
  }

  public QueueAssert hasConsumers(int count) {
    return hasCount("consumers", DeclareOk::getConsumerCount, count);
  }

  private QueueAssert satisfiesInfo(Consumer<QueueInfo> assertion) {
    Bounds.within(bound)
        .untilAsserted(
            () ->
                assertThat(vhost.broker().management().queue(vhost.name(), actual))
                    .as("queue %s in %s", actual, vhost)
                    .hasValueSatisfying(assertion));
    return this;
  }

  /** Asks the queue itself, as the management API's counts are some seconds old. */
  private QueueAssert hasCount(String what, ToIntFunction<DeclareOk> counted, int expected) {
    try (Connection connection = vhost.connect()) {
      Bounds.within(bound)
          .untilAsserted(
              () ->
                  assertThat(counted.applyAsInt(passivelyDeclared(connection)))
                      .as("%s of %s", what, actual)
                      .isEqualTo(expected));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** On a channel of its own, which a missing queue closes. */
  private DeclareOk passivelyDeclared(Connection connection) throws Exception {
    Channel channel = connection.createChannel();
    try {
      return channel.queueDeclarePassive(actual);
    } catch (IOException e) {
      throw new AssertionError("Queue %s cannot be seen: %s".formatted(actual, e.getCause()), e);
    } finally {
      channel.abort();
    }
  }
}
