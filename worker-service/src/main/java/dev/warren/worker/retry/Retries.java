package dev.warren.worker.retry;

import dev.warren.messaging.broker.BrokerInfo;
import dev.warren.messaging.settings.WrongSettingException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which mechanism is used. The broker's version is known only when it has been connected to, and
 * may be another one the next time, so it is asked for whenever a task fails.
 */
public final class Retries {

  private static final Logger log = LoggerFactory.getLogger(Retries.class);

  private final RetryProperties properties;
  private final boolean settlesEach;
  private final BrokerInfo broker;
  private final Map<Mechanism, RetryMechanism> mechanisms;
  private final AtomicBoolean complained = new AtomicBoolean();
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * @param settlesEach each task is acknowledged by itself, which the broker's mechanism needs
   * @param mechanisms all of them
   * @throws WrongSettingException if the broker's mechanism is asked for where it cannot work, or
   *     may be used for more attempts than the broker lets a task have
   */
  Retries(
      RetryProperties properties,
      boolean settlesEach,
      BrokerInfo broker,
      Map<Mechanism, RetryMechanism> mechanisms) {
    this.properties = properties;
    this.settlesEach = settlesEach;
    this.broker = broker;
    this.mechanisms = Map.copyOf(mechanisms);
    if (properties.mechanism() == RetryProperties.Choice.BROKER && !settlesEach) {
      throw new WrongSettingException(
          "warren.worker.retry.mechanism=broker needs warren.worker.messages-per-ack=1: only a task"
              + " that is settled by itself can be rejected for later.",
          "Set WARREN_WORKER_MESSAGES_PER_ACK=1, or WARREN_WORKER_RETRY_MECHANISM=ladder.");
    }
    if (properties.mayBeBroker() && settlesEach) {
      requireFewEnough(properties.delays().size());
    }
  }

  private static void requireFewEnough(int delays) {
    if (delays > RetryProperties.MOST_OF_BROKER) {
      throw new WrongSettingException(
          ("warren.worker.retry.delays has %d delays, but at most %d are possible where the broker"
                  + " holds failed tasks back: it counts them towards its delivery-limit.")
              .formatted(delays, RetryProperties.MOST_OF_BROKER),
          "Shorten WARREN_WORKER_RETRY_DELAYS, or set WARREN_WORKER_RETRY_MECHANISM=ladder.");
    }
  }

  /** How many attempts a task has in all. */
  public int maxAttempts() {
    return properties.maxAttempts();
  }

  /** The mechanism for tasks of the work queue. */
  public RetryMechanism current() {
    return get(chosen());
  }

  /** The one for other queues, which no policy makes hold tasks back. */
  public RetryMechanism ladder() {
    return get(Mechanism.LADDER);
  }

  private Mechanism chosen() {
    return switch (properties.mechanism()) {
      case IN_PROCESS -> Mechanism.IN_PROCESS;
      case LADDER -> Mechanism.LADDER;
      case AUTO -> settlesEach && brokerHoldsBack() ? broker() : Mechanism.LADDER;
      case BROKER -> brokerOrComplaint();
    };
  }

  private boolean brokerHoldsBack() {
    return broker.atLeast(4, 3);
  }

  private Mechanism broker() {
    if (properties.choosesDelays() && !warned.getAndSet(true)) {
      log.warn(
          "The broker holds failed tasks back for the delays of its policy; of"
              + " WARREN_WORKER_RETRY_DELAYS only the number counts, {}. Set"
              + " WARREN_WORKER_RETRY_MECHANISM=ladder for these delays",
          properties.delays().size());
    }
    return Mechanism.BROKER;
  }

  private Mechanism brokerOrComplaint() {
    if (brokerHoldsBack()) {
      return broker();
    }
    if (broker.version().isEmpty()) {
      return Mechanism.BROKER;
    }
    if (!complained.getAndSet(true)) {
      log.error(
          "warren.worker.retry.mechanism=broker needs RabbitMQ 4.3 or later, but the broker is {}."
              + " Failed tasks take the ladder instead",
          broker.version().orElseThrow());
    }
    return Mechanism.LADDER;
  }

  private RetryMechanism get(Mechanism mechanism) {
    return Objects.requireNonNull(mechanisms.get(mechanism), mechanism::label);
  }
}
