package dev.warren.worker.workqueue;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import dev.warren.messaging.listen.ListenerOutcome;
import dev.warren.worker.retry.Verdict;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;

/**
 * Tells the broker what becomes of a delivery: by itself, or by what the container makes of an
 * exception.
 *
 * <p>A container cannot reject for later: it requeues by {@code basic.nack}, which RabbitMQ 4.3
 * neither counts nor delays. On the other hand only a container acknowledges several at once.
 *
 * @see <a href="https://www.rabbitmq.com/docs/confirms#consumer-acknowledgements">Consumer
 *     acknowledgements</a>
 */
enum Settlement {
  /** Each delivery on its own; the container's acknowledge mode is {@code MANUAL}. */
  EACH(Duration.ofMillis(200)) {
    @Override
    void settle(Verdict verdict, Message message, Channel channel) {
      long tag = message.getMessageProperties().getDeliveryTag();
      try {
        send(verdict, channel, tag);
      } catch (IOException | IllegalStateException | AlreadyClosedException | AmqpException e) {
        ListenerOutcome.REQUEUED.report(); // Spring's channel says so by IllegalStateException
        log.warn("A task could not be settled and will be delivered again: {}", e.getMessage());
      }
    }
  },
  /** By the container, in mode {@code AUTO}. */
  BY_CONTAINER(Duration.ofMillis(2 * TaskContainer.ACK_TIMEOUT_MILLIS + 500)) {
    @Override
    void settle(Verdict verdict, Message message, Channel channel) {
      switch (verdict) {
        case ACKNOWLEDGE -> {}
        case GIVE_BACK, TRY_LATER -> throw new ImmediateRequeueAmqpException("given back");
        case REJECT -> throw new AmqpRejectAndDontRequeueException("rejected");
      }
    }
  };

  private static final Logger log = LoggerFactory.getLogger(Settlement.class);

  private final Duration delay;

  Settlement(Duration delay) {
    this.delay = delay;
  }

  /** After how long the broker knows at the latest, unless the connection is lost. */
  Duration delay() {
    return delay;
  }

  /** The way for a container that acknowledges so many at once. */
  static Settlement of(int messagesPerAck) {
    return messagesPerAck == 1 ? EACH : BY_CONTAINER;
  }

  /** To be the last thing that a listener does. */
  void apply(Verdict verdict, Message message, Channel channel) {
    if (verdict == Verdict.GIVE_BACK) {
      ListenerOutcome.REQUEUED.report();
    }
    settle(verdict, message, channel);
  }

  abstract void settle(Verdict verdict, Message message, Channel channel);

  private static void send(Verdict verdict, Channel channel, long tag) throws IOException {
    switch (verdict) {
      case ACKNOWLEDGE -> channel.basicAck(tag, false);
      case GIVE_BACK -> channel.basicNack(tag, false, true);
      case TRY_LATER -> channel.basicReject(tag, true);
      case REJECT -> channel.basicReject(tag, false);
    }
  }
}
