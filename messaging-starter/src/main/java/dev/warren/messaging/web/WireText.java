package dev.warren.messaging.web;

import java.nio.charset.StandardCharsets;

/** What a string must be to travel in a message or in its properties. */
public final class WireText {

  /**
   * The longest routing key or name, in bytes of UTF-8.
   *
   * @see <a href="https://www.rabbitmq.com/amqp-0-9-1-reference">AMQP 0-9-1, short strings</a>
   */
  public static final int MAX_SHORT_BYTES = 255;

  private WireText() {}

  /** Whether UTF-8 can express it: a string of Java may hold half of a character. */
  public static boolean isEncodable(CharSequence text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** Whether it may be a routing key, a binding key or a name. The empty one may. */
  public static boolean isShort(String text) {
    return text.length() <= MAX_SHORT_BYTES
        && text.chars().noneMatch(Character::isISOControl)
        && isEncodable(text)
        && text.getBytes(StandardCharsets.UTF_8).length <= MAX_SHORT_BYTES;
  }
}
