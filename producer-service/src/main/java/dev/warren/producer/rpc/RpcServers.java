package dev.warren.producer.rpc;

import dev.warren.contracts.Rpc;
import dev.warren.messaging.metrics.BlockedConnections;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;

/**
 * Whether anybody gets and takes requests. A queue without consumers accepts messages all the same,
 * and a blocked connection keeps them, so the caller would wait in vain until its deadline.
 */
final class RpcServers {

  private static final long GOOD_FOR_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofSeconds(3).toNanos();
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** Why no request leaves then. */
  static final String BLOCKED = "The broker blocks publishers: a memory or disk alarm is on";

  private final AmqpAdmin admin;
  private final BlockedConnections blocked;
  private volatile long goodUntil = System.nanoTime();
  private @Nullable CompletableFuture<Boolean> question;

  RpcServers(AmqpAdmin admin, BlockedConnections blocked) {
    this.admin = admin;
    this.blocked = blocked;
  }

  /**
   * Returns if there is a server, or was one less than a second ago: the broker is not asked for
   * each call.
   *
   * @param patienceNanos how long the caller likes to wait for the broker's word; 3 s at most
   * @throws ProblemException 503 if there is none, or the broker takes no requests
   * @throws AmqpException if the broker does not say
   * @throws TimeoutException if it has not said while the caller liked to wait
   */
  void requireAny(long patienceNanos) throws InterruptedException, TimeoutException {
    if (isBlocked()) {
      throw new ProblemException(ProblemType.NOT_SENT, BLOCKED).retryAfter(RETRY);
    }
    if (!isThereOne(new CompletableFuture<>(), patienceNanos)) {
      throw none();
    }
  }

  /**
   * The same for a call whose request has left: false if there is none. True as soon as its answer
   * is there, whatever the broker says, or does not say.
   */
  boolean isThereOneOr(CompletableFuture<?> answer, long patienceNanos)
      throws InterruptedException, TimeoutException {
    try {
      return isThereOne(answer, patienceNanos) || answer.isDone();
    } catch (AmqpException | TimeoutException e) {
      if (answer.isDone()) {
        return true;
      }
      throw e;
    }
  }

  /** Whether an alarm keeps requests from the broker. */
  boolean isBlocked() {
    return blocked.count() > 0;
  }

  private boolean isThereOne(CompletableFuture<?> answer, long patienceNanos)
      throws InterruptedException, TimeoutException {
    if (System.nanoTime() - goodUntil < 0) {
      return true;
    }
    CompletableFuture<Boolean> asked = question();
    try {
      CompletableFuture.anyOf(asked, answer)
          .get(Math.min(patienceNanos, PATIENCE_NANOS), TimeUnit.NANOSECONDS);
      return answer.isDone() || asked.get();
    } catch (TimeoutException e) {
      if (patienceNanos <= PATIENCE_NANOS) {
        throw e;
      }
      throw new AmqpTimeoutException("The broker does not say whether there is a server", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof AmqpException known
          ? known
          : new AmqpException("Asking for servers failed", e.getCause());
    }
  }

  /** One for all callers, on another thread: a broker that has stopped takes long not to answer. */
  private synchronized CompletableFuture<Boolean> question() {
    CompletableFuture<Boolean> asked = question;
    if (asked == null || asked.isDone()) {
      asked = CompletableFuture.supplyAsync(this::ask, RpcServers::start);
      question = asked;
    }
    return asked;
  }

  private boolean ask() {
    QueueInformation queue = admin.getQueueInfo(Rpc.QUEUE);
    boolean served = queue != null && queue.getConsumerCount() > 0;
    if (served) {
      goodUntil = System.nanoTime() + GOOD_FOR_NANOS;
    }
    return served;
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "rpc-servers");
    thread.setDaemon(true);
    thread.start();
  }

  static ProblemException none() {
    return new ProblemException(
            ProblemType.NO_RPC_SERVER, "No server takes requests from " + Rpc.QUEUE)
        .retryAfter(RETRY);
  }
}
