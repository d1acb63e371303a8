package dev.warren.producer.rpc;

import dev.warren.contracts.Rpc;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;

/**
 * Whether anybody takes requests. A queue without consumers accepts messages all the same, so the
 * caller of such a service would wait in vain until its deadline.
 */
final class RpcServers {

  private static final long GOOD_FOR_NANOS = Duration.ofSeconds(1).toNanos();

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final AmqpAdmin admin;
  private final Lock asking = new ReentrantLock();
  private volatile long goodUntil = System.nanoTime();

  RpcServers(AmqpAdmin admin) {
    this.admin = admin;
  }

  /**
   * Returns if there is a server, or was one less than a second ago: the broker is not asked for
   * each call.
   *
   * @throws ProblemException 503 if there is none
   * @throws AmqpException if the broker does not say
   */
  void requireAny() throws InterruptedException {
    if (System.nanoTime() - goodUntil < 0) {
      return;
    }
    if (!asking.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new AmqpTimeoutException("The broker has not answered another call yet");
    }
    try {
      if (System.nanoTime() - goodUntil >= 0) {
        ask();
      }
    } finally {
      asking.unlock();
    }
  }

  private void ask() {
    QueueInformation queue = admin.getQueueInfo(Rpc.QUEUE);
    if (queue == null || queue.getConsumerCount() == 0) {
      throw none();
    }
    goodUntil = System.nanoTime() + GOOD_FOR_NANOS;
  }

  static ProblemException none() {
    return new ProblemException(
            ProblemType.NO_RPC_SERVER, "No server takes requests from " + Rpc.QUEUE)
        .retryAfter(Duration.ofSeconds(1));
  }
}
