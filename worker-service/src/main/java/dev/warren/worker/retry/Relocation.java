package dev.warren.worker.retry;

import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.PublishOutcome;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;

/**
 * Moves a message to another queue: a copy is published and confirmed, and then the caller
 * acknowledges the original. A crash between the two leaves both, never none.
 *
 * @see <a href="https://www.rabbitmq.com/docs/confirms#publisher-confirms">Publisher confirms</a>
 */
public final class Relocation {

  private static final Logger log = LoggerFactory.getLogger(Relocation.class);
  private static final long PAUSE_MILLIS = 1000;

  /** What the broker notes on a message, and what would send a copy to further queues. */
  private static final Set<String> NOT_COPIED =
      Set.of("x-delivery-count", "x-acquired-count", "x-death", "CC", "BCC");

  private static final String DEATHS = "x-(?:first|last)-death-.*";

  private final ConfirmedPublisher publisher;

  /** The publisher tells messages in flight apart by their ids, and strangers may repeat theirs. */
  private final ReentrantLock[] oneOfEachId =
      Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

  Relocation(ConfirmedPublisher publisher) {
    this.publisher = publisher;
  }

  /**
   * Returns whether the other queue has the message; otherwise the log says why not.
   *
   * @param id the {@code message_id} of a message that has none
   * @param more sets headers of the copy
   */
  public boolean move(Message original, String id, String queue, Consumer<MessageProperties> more) {
    Message copy = copy(original, id);
    more.accept(copy.getMessageProperties());
    PublishOutcome outcome = publish(id, queue, copy);
    if (!outcome.isConfirmed()) {
      log.warn("{} could not be moved to {}: {}", id, queue, outcome);
    }
    return outcome.isConfirmed();
  }

  private PublishOutcome publish(String id, String queue, Message copy) {
    int stripe = id.hashCode() & (oneOfEachId.length - 1);
    oneOfEachId[stripe].lock();
    try {
      return publisher.publishAndAwait("", queue, copy);
    } finally {
      oneOfEachId[stripe].unlock();
    }
  }

  /** So that what could not be moved does not come round without end as fast as it can. */
  @SuppressWarnings("InterruptedExceptionSwallowed")
  public static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      log.debug("Shutdown does not wait for a pause"); // the flag would close the connection
    }
  }

  /** Neither expires on its way nor is lost with the broker. */
  private static Message copy(Message original, String id) {
    Message copy = MessageBuilder.fromClonedMessage(original).build();
    MessageProperties properties = copy.getMessageProperties();
    properties.getHeaders().keySet().removeIf(Relocation::isNotCopied);
    if (properties.getMessageId() == null || properties.getMessageId().isEmpty()) {
      properties.setMessageId(id);
    }
    properties.setExpiration(null);
    properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
    return copy;
  }

  private static boolean isNotCopied(String header) {
    return NOT_COPIED.contains(header) || header.matches(DEATHS);
  }
}
