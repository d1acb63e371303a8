package dev.warren.messaging.broker;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;

/**
 * Declares a service's exchanges, queues and bindings again when one of them was deleted while the
 * service runs. Spring declares them on every new connection, which may be months away.
 *
 * <p>It does so a second after a publisher missed one, and besides from time to time, since nobody
 * is told when a binding or a dead-letter queue vanishes. On a thread of its own.
 *
 * <p>Not at once, because the broker first has to tell the consumers of a queue that it is gone.
 * Where they have another one of that name by then, RabbitMQ 3.10 moves consumers of a quorum queue
 * to it, never delivers anything to them, and does not tell them.
 *
 * @see <a href="https://docs.spring.io/spring-amqp/reference/amqp/broker-configuration.html">
 *     Configuring the broker</a>
 */
public final class TopologyRepair implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TopologyRepair.class);
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Set<String> owned;
  private final Runnable declaration;
  private final ReentrantLock declaring = new ReentrantLock();
  private final AtomicBoolean requested = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread worker = new Thread(task, "topology-repair");
            worker.setDaemon(true);
            return worker;
          });

  /**
   * @param owned the names of the exchanges and queues that this service declares
   * @param declaration declares all; must leave alone what is there
   */
  public TopologyRepair(Set<String> owned, Runnable declaration) {
    this.owned = Set.copyOf(owned);
    this.declaration = declaration;
  }

  /** Declares all every so often, whether somebody misses it or not. */
  @SuppressWarnings("FutureReturnValueIgnored") // it fails no more than declare() does
  void every(Duration interval) {
    long nanos = interval.toNanos();
    thread.scheduleWithFixedDelay(this::declare, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** A publisher has found no exchange or queue of this name. Returns at once. */
  @SuppressWarnings("FutureReturnValueIgnored") // likewise
  public void missing(String name) {
    if (!owned.contains(name) || !requested.compareAndSet(false, true)) {
      return;
    }
    try {
      thread.schedule(() -> repair(name), PAUSE_NANOS, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("{} is missing, but the service stops", name);
    }
  }

  private void repair(String name) {
    requested.set(false);
    log.warn("{} is missing; declaring exchanges, queues and bindings again", name);
    declare();
  }

  private void declare() {
    declaring.lock();
    try {
      declaration.run();
    } catch (AmqpException e) { // with the next connection Spring declares them anyway
      log.debug("Nothing could be declared", e);
    } catch (RuntimeException | Error e) { // it would never be run again
      log.error("Declaring again failed unexpectedly", e);
    } finally {
      declaring.unlock();
    }
  }

  /** Changes what is declared, and not in the middle of a declaration, which would not notice. */
  public void change(Runnable change) {
    declaring.lock();
    try {
      change.run();
    } finally {
      declaring.unlock();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
