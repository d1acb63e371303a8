package dev.warren.producer.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.warren.contracts.DeadLetter;
import dev.warren.contracts.WorkQueue;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Letters as a worker leaves them, and others. */
public final class Letters {

  static final Instant SENT = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant DEAD = Instant.parse("2026-01-01T00:01:00Z");

  /** The headers that tell of its death. */
  static final Set<String> MARKS =
      Set.of(
          DeadLetter.REASON,
          DeadLetter.EXCEPTION,
          DeadLetter.ATTEMPTS,
          DeadLetter.WORKER,
          DeadLetter.FIRST_ATTEMPT_AT,
          DeadLetter.FAILED_AT,
          "retry_count");

  private Letters() {}

  /** What a worker that gives up sets. */
  public static BasicProperties failed(String id) {
    Map<String, Object> headers = new HashMap<>();
    headers.put(DeadLetter.REASON, "failed");
    headers.put(DeadLetter.EXCEPTION, "java.lang.IllegalStateException: no luck");
    headers.put(DeadLetter.ATTEMPTS, 4);
    headers.put(DeadLetter.WORKER, "worker-1");
    headers.put(DeadLetter.FIRST_ATTEMPT_AT, SENT.toEpochMilli());
    headers.put(DeadLetter.FAILED_AT, DEAD.toEpochMilli());
    headers.put("retry_count", 3);
    headers.put("colour", "green");
    return new BasicProperties.Builder()
        .messageId(id)
        .timestamp(Date.from(SENT))
        .appId("a-sender")
        .contentType("text/plain")
        .headers(headers)
        .deliveryMode(2)
        .build();
  }

  /** Puts a letter there, confirmed. */
  static void put(Channel channel, BasicProperties properties, byte[] body) throws IOException {
    put(channel, WorkQueue.DEAD_LETTER_QUEUE, properties, body);
  }

  public static void put(Channel channel, String queue, BasicProperties properties, byte[] body)
      throws IOException {
    channel.confirmSelect();
    channel.basicPublish("", queue, properties, body);
    awaitConfirms(channel);
  }

  /** Puts many there, with the ids {@code letter-0} and so on. */
  public static void putMany(Channel channel, int count) throws IOException {
    channel.confirmSelect();
    for (int i = 0; i < count; i++) {
      String id = "letter-" + i;
      channel.basicPublish("", WorkQueue.DEAD_LETTER_QUEUE, failed(id), id.getBytes(UTF_8));
    }
    awaitConfirms(channel);
  }

  private static void awaitConfirms(Channel channel) throws IOException {
    try {
      channel.waitForConfirmsOrDie(60_000);
    } catch (InterruptedException | TimeoutException e) {
      throw new IOException(e);
    }
  }
}
