package dev.warren.worker.retry;

import dev.warren.messaging.publish.ConfirmedPublisher;
import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.worker.StopSignal;
import java.time.Duration;
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

  /** A broker takes back what is not acknowledged for its {@code consumer_timeout}, 30 min. */
  public static final Duration LONGEST_PATIENCE = Duration.ofMinutes(20);

  /** What the broker notes on a message, and what would send a copy to further queues. */
  private static final Set<String> NOT_COPIED =
      Set.of("x-delivery-count", "x-acquired-count", "x-death", "CC", "BCC");

  private static final String DEATHS = "x-(?:first|last)-death-.*";

  private final ConfirmedPublisher publisher;
  private final StopSignal stop;

  /** The publisher tells messages in flight apart by their ids, and strangers may repeat theirs. */
  private final ReentrantLock[] oneOfEachId =
      Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

  /**
   * @param stop ends the patience of who holds a message that no other queue takes
   */
  Relocation(ConfirmedPublisher publisher, StopSignal stop) {
    this.publisher = publisher;
    this.stop = stop;
  }

  /**
   * Returns whether the other queue has the message; otherwise the log says why not.
   *
   * @param more sets headers of the copy
   */
  public boolean move(Delivery original, String queue, Consumer<MessageProperties> more) {
    return publish(original.id(), queue, copy(original, more)).isConfirmed();
  }

  /**
   * Moves a message, and holds it if the other queue does not take it, which is tried again each
   * second: to give it back would count as an attempt before RabbitMQ 4.3, and might make it one.
   *
   * @param patience after which it is given back all the same: a second at least, {@link
   *     #LONGEST_PATIENCE} at most
   * @return to acknowledge it; to reject what no queue can take, because of what it is; to give it
   *     back if the service stops, the broker has it back already, or nobody knows whether the
   *     other queue has it
   */
  public Verdict moveOrHold(
      Delivery original, String queue, Consumer<MessageProperties> more, Duration patience) {
    Message copy = copy(original, more);
    long longest = Math.min(patience.toNanos(), LONGEST_PATIENCE.toNanos());
    long since = System.nanoTime();
    PublishOutcome outcome = publish(original.id(), queue, copy);
    while (isCertainlyNotThere(outcome)
        && pause()
        && original.isHeld()
        && System.nanoTime() - since < longest) {
      outcome = publish(original.id(), queue, copy);
    }
    return verdictAfter(outcome);
  }

  private static boolean isCertainlyNotThere(PublishOutcome outcome) {
    return outcome instanceof PublishOutcome.NotSent notSent
        ? !notSent.never()
        : outcome instanceof PublishOutcome.Nacked || outcome instanceof PublishOutcome.Returned;
  }

  private static Verdict verdictAfter(PublishOutcome outcome) {
    if (outcome.isConfirmed()) {
      return Verdict.ACKNOWLEDGE;
    }
    boolean never = outcome instanceof PublishOutcome.NotSent notSent && notSent.never();
    return never ? Verdict.REJECT : Verdict.GIVE_BACK;
  }

  private PublishOutcome publish(String id, String queue, Message copy) {
    int stripe = id.hashCode() & (oneOfEachId.length - 1);
    oneOfEachId[stripe].lock();
    try {
      PublishOutcome outcome = publisher.publishAndAwait("", queue, copy);
      if (!outcome.isConfirmed()) {
        log.warn("{} could not be moved to {}: {}", id, queue, outcome);
      }
      return outcome;
    } finally {
      oneOfEachId[stripe].unlock();
    }
  }

  /** Returns whether the service goes on after it. */
  @SuppressWarnings("InterruptedExceptionSwallowed")
  private boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      log.debug("Shutdown does not wait for a pause"); // the flag would close the connection
      return false;
    }
    return !stop.isGiven();
  }

  /** Neither expires on its way nor is lost with the broker. */
  private static Message copy(Delivery original, Consumer<MessageProperties> more) {
    Message copy = MessageBuilder.fromClonedMessage(original.message()).build();
    MessageProperties properties = copy.getMessageProperties();
    properties.getHeaders().keySet().removeIf(Relocation::isNotCopied);
    if (properties.getMessageId() == null || properties.getMessageId().isEmpty()) {
      properties.setMessageId(original.id());
    }
    properties.setExpiration(null);
    properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
    more.accept(properties);
    return copy;
  }

  private static boolean isNotCopied(String header) {
    return NOT_COPIED.contains(header) || header.matches(DEATHS);
  }
}
