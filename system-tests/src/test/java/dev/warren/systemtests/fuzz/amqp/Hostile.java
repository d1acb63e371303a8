package dev.warren.systemtests.fuzz.amqp;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.warren.systemtests.fuzz.amqp.HostileMessage.Expected;
import dev.warren.systemtests.fuzz.chance.CaseId;
import dev.warren.systemtests.fuzz.chance.Dice;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes messages, and says what has to become of each. */
final class Hostile {

  private Hostile() {}

  /**
   * The message of a case.
   *
   * @param run a word that no other run has, so that each message is known as long as the suite
   *     runs
   * @param forgesDeaths whether deaths are forged: before 4.0 the broker falls for it, and its dead
   *     letters stay where they are until it is started anew
   */
  static HostileMessage message(CaseId id, String run, boolean forgesDeaths) {
    Dice dice = id.dice();
    String token = "hostile-%s-%d".formatted(run, id.number());
    Destination destination = Destination.any(dice);
    HostileBody body = body(dice, destination, token);
    BasicProperties any = properties(dice, destination, body, token);
    BasicProperties properties = forgesDeaths ? any : withoutDeaths(any);
    return new HostileMessage(
        id,
        token,
        destination,
        destination.key(dice),
        properties,
        body,
        expected(destination, body, properties));
  }

  private static BasicProperties withoutDeaths(BasicProperties properties) {
    if (properties.getHeaders() == null) {
      return properties;
    }
    Map<String, Object> headers = new HashMap<>(properties.getHeaders());
    headers.remove(HostileHeaders.DEATHS);
    return properties.builder().headers(headers).build();
  }

  private static HostileBody body(Dice dice, Destination destination, String token) {
    return switch (destination.kind()) {
      case ORDER -> dice.oneIn(3) ? HostileBody.any(dice, token) : HostileOrder.any(dice, token);
      case CALL -> dice.oneIn(2) ? HostileBody.any(dice, token) : HostileBody.number(dice);
      default -> HostileBody.any(dice, token);
    };
  }

  private static BasicProperties properties(
      Dice dice, Destination destination, HostileBody body, String token) {
    String replyTo = dice.oneIn(4) ? "" : HostileProperties.replyTo(dice);
    if (dice.oneIn(15)) {
      return new RawTexts(dice.bytes(dice.between(1, 255)), replyTo, token);
    }
    String messageId = body.isNamed() ? null : token;
    BasicProperties properties =
        HostileProperties.any(dice, token, messageId, destination.keepsWhatExpires());
    boolean mustReply = destination == Destination.CALLS || dice.oneIn(4);
    return mustReply ? properties.builder().replyTo(replyTo).build() : properties;
  }

  private static Expected expected(
      Destination destination, HostileBody body, BasicProperties properties) {
    return switch (destination.kind()) {
      case TASK -> unlessExpired(properties, body.isText() ? Expected.DONE : Expected.DEAD);
      case ORDER -> unlessExpired(properties, isOrder(body, properties));
      case CALL -> isEmpty(properties.getReplyTo()) ? Expected.DEAD : Expected.ANSWERED;
      case RECEIVED -> Expected.RECEIVED;
      case KEPT -> Expected.KEPT;
      case DEAD -> Expected.DEAD;
    };
  }

  /** It needs an id by which it would be known when it comes again. */
  private static Expected isOrder(HostileBody body, BasicProperties properties) {
    boolean isOrder = body.label().equals(HostileOrder.ORDER);
    return isOrder && !isEmpty(properties.getMessageId()) ? Expected.DONE : Expected.DEAD;
  }

  private static Expected unlessExpired(BasicProperties properties, Expected otherwise) {
    boolean mayExpire = properties.getExpiration() != null && otherwise == Expected.DONE;
    return mayExpire ? Expected.DONE_OR_DEAD : otherwise;
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }
}
