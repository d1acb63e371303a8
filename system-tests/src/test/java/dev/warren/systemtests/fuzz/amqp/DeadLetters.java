package dev.warren.systemtests.fuzz.amqp;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.warren.contracts.DeadLetter;
import dev.warren.contracts.Orders;
import dev.warren.contracts.Rpc;
import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.suite.Broker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is in the dead-letter queues, taken out by a foreign consumer. */
final class DeadLetters {

  private static final List<String> QUEUES =
      List.of(WorkQueue.DEAD_LETTER_QUEUE, Rpc.DEAD_LETTER_QUEUE, Orders.DEAD_LETTER_QUEUE);

  private final Broker broker;

  DeadLetters(Broker broker) {
    this.broker = broker;
  }

  /**
   * A dead letter.
   *
   * @param body its body
   * @param messageId its id
   * @param reason why it is one, as the worker or the broker says; null if nobody does
   */
  record Letter(ByteBuffer body, @Nullable String messageId, @Nullable String reason) {}

  /** Takes all out that are there now. */
  void take(Consumer<Letter> each) {
    try (Connection connection = broker.connect();
        Channel channel = connection.openChannel().orElseThrow()) {
      for (String queue : QUEUES) {
        GetResponse letter = channel.basicGet(queue, false);
        while (letter != null) {
          each.accept(
              new Letter(
                  ByteBuffer.wrap(letter.getBody()),
                  letter.getProps().getMessageId(),
                  reasonOf(letter)));
          channel.basicAck(letter.getEnvelope().getDeliveryTag(), false);
          letter = channel.basicGet(queue, false);
        }
      }
    } catch (IOException | TimeoutException e) {
      throw new IllegalStateException("cannot read the dead letters", e);
    }
  }

  private static @Nullable String reasonOf(GetResponse letter) {
    Map<String, Object> headers = letter.getProps().getHeaders();
    if (headers == null) {
      return null;
    }
    Object told = headers.get(DeadLetter.REASON);
    Object reason = told == null ? headers.get("x-first-death-reason") : told;
    return reason == null ? lastOf(headers.get("x-death")) : reason.toString();
  }

  /** What a broker before 4.0 notes if a stranger has forged a death before. */
  private static @Nullable String lastOf(@Nullable Object deaths) {
    boolean isThere = deaths instanceof List<?> all && all.get(0) instanceof Map<?, ?>;
    return isThere ? "noted among others" : null;
  }
}
