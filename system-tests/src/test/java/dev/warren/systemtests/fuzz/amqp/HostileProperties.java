package dev.warren.systemtests.fuzz.amqp;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.warren.systemtests.fuzz.chance.Dice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Properties: each of them absent, or absurd. */
final class HostileProperties {

  private static final List<String> MEDIA_TYPES =
      List.of(
          "application/x-java-serialized-object",
          "application/json",
          "text/plain;charset=no-such",
          "application/octet-stream",
          "////;;;",
          "",
          "application/xml",
          "amqp/stream",
          "message/vnd.rabbitmq.amqp");

  private static final List<String> TEXTS =
      List.of("", "a", "\u0000", "\r\n[x] Done", "\u00e4\u202e", "\ud800", "x".repeat(255));

  private HostileProperties() {}

  /**
   * Any.
   *
   * @param messageId what the id has to be; null if it may be anything
   * @param mayExpire whether the broker may be told to forget it
   */
  static BasicProperties any(
      Dice dice, String token, @Nullable String messageId, boolean mayExpire) {
    BasicProperties.Builder properties = new BasicProperties.Builder();
    properties.messageId(messageId != null ? messageId : messageId(dice, token));
    if (dice.oneIn(2)) {
      properties.headers(HostileHeaders.any(dice));
    }
    kind(properties, dice);
    numbers(properties, dice);
    texts(properties, dice);
    if (dice.oneIn(12)) {
      properties.expiration(expiration(dice, mayExpire));
    }
    return properties.build();
  }

  private static @Nullable String messageId(Dice dice, String token) {
    if (dice.oneIn(6)) {
      return null;
    }
    return dice.pick(
        "", token, token, token + "\r\n", token + "/../ä?#", token + "\u202e".repeat(50));
  }

  private static void kind(BasicProperties.Builder properties, Dice dice) {
    if (dice.oneIn(2)) {
      properties.contentType(dice.pick(MEDIA_TYPES));
    }
    if (dice.oneIn(3)) {
      properties.contentEncoding(dice.pick("gzip", "zip", "deflate", "x-none", "UTF-16", "", "ä"));
    }
    if (dice.oneIn(3)) {
      properties.type(dice.pick(TEXTS));
    }
  }

  private static void numbers(BasicProperties.Builder properties, Dice dice) {
    if (dice.oneIn(2)) {
      properties.deliveryMode(dice.oneIn(15) ? dice.pick(0, 3, 127, 255) : dice.pick(1, 2));
    }
    if (dice.oneIn(3)) {
      properties.priority(dice.between(0, 255));
    }
    if (dice.oneIn(3)) {
      properties.timestamp(
          dice.pick(
              HostileHeaders.date(0),
              HostileHeaders.date(Long.MAX_VALUE),
              HostileHeaders.date(Long.MIN_VALUE),
              HostileHeaders.date(dice.any())));
    }
  }

  private static void texts(BasicProperties.Builder properties, Dice dice) {
    if (dice.oneIn(3)) {
      properties.correlationId(dice.pick(TEXTS));
    }
    if (dice.oneIn(3)) {
      properties.appId(dice.pick(TEXTS)).clusterId(dice.pick(TEXTS));
    }
    if (dice.oneIn(30)) {
      properties.userId(dice.pick("guest", "worker", ""));
    }
  }

  /**
   * Where an answer is to go: nowhere that does work. A forged address for direct replies is not
   * among them, since RabbitMQ 3.10 closes the connection of whoever answers to it.
   */
  static String replyTo(Dice dice) {
    if (dice.oneIn(20)) {
      return "amq.rabbitmq.reply-to"; // refused of one that consumes no answers
    }
    return dice.pick("no-such-queue", "logs/anything", "\r\n", "\ud83d\ude00", "q".repeat(255));
  }

  private static String expiration(Dice dice, boolean mayExpire) {
    return mayExpire && dice.oneIn(2)
        ? dice.pick("0", "1", "50")
        : dice.pick("soon", "-1", "1.5", "", "99999999999999999999", "0x10", "86400000");
  }
}
