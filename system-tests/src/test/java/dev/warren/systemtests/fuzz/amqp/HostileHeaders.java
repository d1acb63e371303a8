package dev.warren.systemtests.fuzz.amqp;

import com.rabbitmq.client.LongString;
import com.rabbitmq.client.impl.LongStringHelper;
import dev.warren.systemtests.fuzz.chance.Dice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers: forged ones, which mean something to somebody, and such as nobody expects. */
final class HostileHeaders {

  /** The header that brokers before 4.0 take for their own. */
  static final String DEATHS = "x-death";

  /** The client library reads 32 levels, and ends the connection at more: docs/hostile-input.md. */
  private static final int DEEPEST = 28;

  private static final String[] NAMES = {
    "__TypeId__",
    "__ContentTypeId__",
    "__KeyTypeId__",
    DEATHS,
    "x-delivery-count",
    "x-acquired-count",
    "x-first-death-queue",
    "x-first-death-exchange",
    "x-last-death-reason",
    "retry_count",
    "x-warren-reason",
    "x-warren-exception",
    "x-warren-attempts",
    "x-warren-first-attempt-at",
    "x-warren-failed-at",
    "x-warren-replayed",
    "x-warren-set-aside-at",
    "x-warren-error",
    "x-warren-server",
    "x-stream-offset",
    "x-match",
    "x-retries",
    "x-opt-delivery-delay",
    "CC",
    "BCC",
    "springBatchFormat",
    "spring_listener_return_correlation",
    "spring_request_return_correlation",
    "spring_returned_message_correlation",
    "amqp_replyTo",
    "errorChannel",
    "replyChannel",
    "contentType",
    "timestamp",
    "timestamp_in_ms",
    "id",
    "priority",
    "traceparent",
    "tracestate",
    "baggage",
    "b3",
    "",
    "a\r\nb",
    "\u0000"
  };

  private HostileHeaders() {}

  static Map<String, @Nullable Object> any(Dice dice) {
    Map<String, @Nullable Object> headers = new HashMap<>();
    for (int i = dice.between(1, 6); i > 0; i--) {
      String name = dice.oneIn(5) ? "h".repeat(dice.between(1, 128)) : dice.pick(NAMES);
      headers.put(name, value(dice, name));
    }
    if (dice.oneIn(30)) {
      for (int i = dice.between(100, 1_000); i > 0; i--) {
        headers.put("h" + i, i);
      }
    }
    return headers;
  }

  private static @Nullable Object value(Dice dice, String name) {
    return switch (name) {
      case "__TypeId__", "__ContentTypeId__", "__KeyTypeId__" ->
          dice.pick(
              "org.springframework.context.support.ClassPathXmlApplicationContext",
              "java.lang.ProcessBuilder",
              "java.util.PriorityQueue",
              "[[[B");
      case DEATHS -> dice.oneIn(2) ? deaths(dice) : value(dice);
      case "CC", "BCC" ->
          dice.oneIn(4)
              ? dice.pick("no list", List.of(1), 7)
              : dice.pick(List.of("no-such-queue"), List.of());
      default -> value(dice);
    };
  }

  private static List<Object> deaths(Dice dice) {
    List<Object> deaths = new ArrayList<>();
    for (int i = dice.between(1, 30); i > 0; i--) {
      Map<String, Object> death = new HashMap<>();
      death.put("queue", dice.pick("task_queue", "task_queue.dlq", "nowhere", "\u0000"));
      death.put("reason", dice.pick("expired", "rejected", "maxlen", "because"));
      death.put("count", dice.pick(1L, -1L, Long.MAX_VALUE, "many"));
      death.put("exchange", dice.pick("", "logs", "nowhere"));
      death.put("routing-keys", dice.pick(List.of("task_queue"), List.of(), "none"));
      death.put("time", dice.pick(date(0), date(Long.MAX_VALUE), "now"));
      deaths.add(death);
    }
    return deaths;
  }

  private static @Nullable Object value(Dice dice) {
    return switch (dice.below(14)) {
      case 0 -> null;
      case 1 -> dice.pick(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE);
      case 2 -> dice.pick(Long.MAX_VALUE, Long.MIN_VALUE, dice.any());
      case 3 -> dice.oneIn(20) ? Double.NaN : 1e300; // the broker does not read what is no number
      case 4 -> dice.pick(true, (byte) -1, (short) -1, 1.5f);
      case 5 -> new BigDecimal("-12345.678");
      case 6 -> date(dice.any());
      case 7 -> dice.bytes(dice.between(0, 200));
      case 8 -> badUtf8(dice);
      case 9 -> nested(dice);
      case 10 -> List.of(1, "a", List.of(), Map.of("a", List.of(true)));
      case 11 -> "v".repeat(dice.between(1, 20_000));
      case 12 -> dice.pick("", "many", "-1", "\r\n[x] Done", "\u0000", "\u202e");
      default -> "00-%s-zz".formatted(dice.word(32));
    };
  }

  static Date date(long millis) {
    return Date.from(Instant.ofEpochMilli(millis));
  }

  private static LongString badUtf8(Dice dice) {
    return LongStringHelper.asLongString(dice.bytes(dice.between(1, 40)));
  }

  private static Object nested(Dice dice) {
    Object inner = "deep";
    for (int i = dice.between(9, DEEPEST); i > 0; i--) {
      inner = dice.oneIn(2) ? List.of(inner) : Map.of("a", inner);
    }
    return inner;
  }
}
