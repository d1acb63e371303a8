package dev.warren.systemtests.faults.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.warren.contracts.DeadLetter;
import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.suite.Broker;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** What ended in {@code task_queue.dlq}, taken out by a foreign consumer and remembered. */
final class DeadLetterQueue {

  private final List<Effect> taken = new ArrayList<>();

  /** Everything that has been in it so far. */
  List<Effect> read(Broker broker) {
    try (Connection connection = broker.connect();
        Channel channel = connection.openChannel().orElseThrow()) {
      GetResponse letter = channel.basicGet(WorkQueue.DEAD_LETTER_QUEUE, false);
      while (letter != null) {
        String token = TaskLog.token(new String(letter.getBody(), UTF_8));
        taken.add(new Effect(token, Effect.Kind.DEAD, WorkQueue.DEAD_LETTER_QUEUE, endOf(letter)));
        channel.basicAck(letter.getEnvelope().getDeliveryTag(), false);
        letter = channel.basicGet(WorkQueue.DEAD_LETTER_QUEUE, false);
      }
      return List.copyOf(taken);
    } catch (IOException | TimeoutException e) {
      throw new IllegalStateException("cannot read " + WorkQueue.DEAD_LETTER_QUEUE, e);
    }
  }

  /** How many are in it now. */
  static int length(Broker broker) {
    try (Connection connection = broker.connect();
        Channel channel = connection.openChannel().orElseThrow()) {
      return (int) channel.messageCount(WorkQueue.DEAD_LETTER_QUEUE);
    } catch (IOException | TimeoutException e) {
      throw new IllegalStateException("cannot read " + WorkQueue.DEAD_LETTER_QUEUE, e);
    }
  }

  /** As its worker says; of what the broker has put there, now. */
  private static Instant endOf(GetResponse letter) {
    Map<String, Object> headers = letter.getProps().getHeaders();
    Object failedAt = headers == null ? null : headers.get(DeadLetter.FAILED_AT);
    return failedAt instanceof Long millis ? Instant.ofEpochMilli(millis) : Instant.now();
  }
}
