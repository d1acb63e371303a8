package dev.warren.producer.taskview;

import dev.warren.contracts.TaskEvents;
import dev.warren.messaging.listen.RawBodyConverter;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.annotation.RabbitListener;

/**
 * Reads the stream over AMQP 0-9-1, which every broker with streams understands.
 *
 * @see <a href="https://www.rabbitmq.com/docs/streams#consuming">Consuming from streams</a>
 */
final class StreamListener {

  private final TaskFeed feed;
  private final StreamSubscription subscription;
  private final Replay replay;

  StreamListener(TaskFeed feed, StreamSubscription subscription, Replay replay) {
    this.feed = feed;
    this.subscription = subscription;
    this.replay = replay;
  }

  @RabbitListener(
      id = StreamSubscription.LISTENER,
      queues = TaskEvents.STREAM,
      concurrency = "1",
      messageConverter = RawBodyConverter.NAME)
  void onMessage(Message message) {
    MessageProperties properties = message.getMessageProperties();
    Object header = properties.getHeader(StreamSubscription.OFFSET);
    if (header instanceof Long offset) { // else somebody made a plain queue of this name
      feed.accept(offset, properties.getMessageId(), message.getBody());
      subscription.resumeAt(offset + 1);
      replay.seen(properties.getMessageId());
    }
  }
}
