package dev.warren.producer.deadletters;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.warren.messaging.broker.TopologyRepair;
import dev.warren.messaging.web.ProblemException;
import dev.warren.producer.replay.DeadLetterQueue;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Lets one caller at a time take the letters of a queue, over all replicas: the one whose
 * connection has declared the exclusive queue {@link DeadLetterQueue#lock}. The broker deletes that
 * queue with the connection, so nobody can keep it by dying.
 *
 * @see <a href="https://www.rabbitmq.com/docs/queues#exclusive-queues">Exclusive queues</a>
 */
@Component
class DeadLetterAccess {

  private static final long PAUSE_MILLIS = 50;
  private static final int CLOSE_MILLIS = 5_000;

  private final DeadLetterConnections connections;
  private final DeadLetterProperties properties;
  private final TopologyRepair topology;
  private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

  DeadLetterAccess(
      DeadLetterConnections connections, DeadLetterProperties properties, TopologyRepair topology) {
    this.connections = connections;
    this.properties = properties;
    this.topology = topology;
  }

  /**
   * Works on a queue's letters. What the work has not settled is in the queue again afterwards.
   *
   * @throws ProblemException 503, if others work on it for too long or the broker cannot be reached
   */
  <T> T work(DeadLetterQueue queue, Work<T> work) {
    Semaphore turn = turns.computeIfAbsent(queue.name(), name -> new Semaphore(1, true));
    long deadline = System.nanoTime() + properties.maxWait().toNanos();
    try {
      if (!turn.tryAcquire(properties.maxWait().toNanos(), TimeUnit.NANOSECONDS)) {
        throw DeadLetterFailures.busy(queue);
      }
      try {
        return work(queue, deadline, work);
      } finally {
        turn.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DeadLetterFailures.lost("This service stops", e);
    } catch (IOException | TimeoutException | ShutdownSignalException e) {
      throw DeadLetterFailures.lost("The broker cannot be reached, or broke off", e);
    }
  }

  private <T> T work(DeadLetterQueue queue, long deadline, Work<T> work)
      throws IOException, TimeoutException, InterruptedException {
    Connection connection = connections.open();
    try {
      lock(connection, queue, deadline);
      try (TakenLetters letters =
          new TakenLetters(connection.createChannel(), queue, properties.maxDuration())) {
        return work.on(letters);
      }
    } catch (IOException | ShutdownSignalException e) {
      if (DeadLetterFailures.isUnreadable(connection.getCloseReason())) {
        throw DeadLetterFailures.unreadable(queue, e);
      }
      if (DeadLetterFailures.isClosedWith(AMQP.NOT_FOUND, e)) {
        topology.missing(queue.name());
      }
      throw e;
    } finally {
      connection.abort(CLOSE_MILLIS);
    }
  }

  private static void lock(Connection connection, DeadLetterQueue queue, long deadline)
      throws IOException, TimeoutException, InterruptedException {
    while (!tryLock(connection, queue)) {
      if (System.nanoTime() - deadline > 0) {
        throw DeadLetterFailures.busy(queue);
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private static boolean tryLock(Connection connection, DeadLetterQueue queue)
      throws IOException, TimeoutException {
    try (Channel channel = connection.createChannel()) {
      channel.queueDeclare(queue.lock(), false, true, true, Map.of());
      return true;
    } catch (IOException e) {
      if (DeadLetterFailures.isClosedWith(AMQP.RESOURCE_LOCKED, e)) {
        return false;
      }
      throw e;
    }
  }

  /** What is done with letters. */
  @FunctionalInterface
  interface Work<T> {
    T on(TakenLetters letters) throws IOException, InterruptedException;
  }
}
