package dev.warren.systemtests.fuzz.amqp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warren.systemtests.fuzz.chance.Bombs;
import dev.warren.systemtests.fuzz.chance.Dice;
import java.nio.ByteBuffer;

/**
 * A body.
 *
 * @param label what it is, for people
 * @param bytes the bytes
 * @param isText whether it is UTF-8
 * @param isNamed whether the message's word is in it, at the beginning if it is text
 */
record HostileBody(String label, ByteBuffer bytes, boolean isText, boolean isNamed) {

  /** What the broker takes at most. */
  private static final int LARGEST = 1 << 20;

  private static final int KIB = 1024;

  /** Any body, with the word in it or empty. */
  static HostileBody any(Dice dice, String token) {
    if (dice.oneIn(15)) {
      return of("nothing", new byte[0], true, false);
    }
    if (dice.oneIn(400)) {
      return huge(dice, token);
    }
    return dice.oneIn(2) ? text(dice, token) : binary(dice, token);
  }

  static HostileBody of(String label, byte[] bytes, boolean isText, boolean isNamed) {
    return new HostileBody(label, ByteBuffer.wrap(bytes), isText, isNamed);
  }

  /** Digits, or almost. */
  static HostileBody number(Dice dice) {
    String digits =
        dice.pick(
            "30",
            "0",
            "-1",
            "+1",
            "1.5",
            "1e9",
            "0x1e",
            " 30",
            "30\n",
            "\u0663\u0660",
            "99999999999999999999",
            "0".repeat(dice.between(1, 2_000)) + "30",
            "1" + "0".repeat(dice.between(5, 2_000)));
    return of("the number " + digits.length(), digits.getBytes(UTF_8), true, false);
  }

  private static HostileBody huge(Dice dice, String token) {
    int size = LARGEST + dice.pick(0, 0, -1, 1, KIB);
    String text = token + " " + "x".repeat(size - token.length() - 1);
    return of(size + " bytes", text.getBytes(UTF_8), true, true);
  }

  private static HostileBody text(Dice dice, String token) {
    String rest =
        dice.pick(
            "",
            "...",
            "\u0000\u0001\u001b[2J",
            "\r\n 00:00:00 INFO [x] Done",
            "\u2028\u202e\ufeff",
            "\ud83d\ude00".repeat(dice.between(1, 200)),
            "{\"text\":".repeat(dice.between(1, 2_000)),
            "[".repeat(dice.between(501, 20_000)),
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "${jndi:ldap://127.0.0.1/a} #{T(java.lang.Runtime)} %s %n",
            "x".repeat(dice.between(1, 100 * KIB)));
    return of("text", (token + " " + rest).getBytes(UTF_8), true, true);
  }

  /** No UTF-8, whatever comes out. */
  private static HostileBody binary(Dice dice, String token) {
    byte[] name = token.getBytes(ISO_8859_1);
    return switch (dice.below(6)) {
      case 0 -> binary("random bytes", dice.bytes(dice.between(1, 3_000)), name);
      case 1 -> binary("UTF-16", "text".getBytes(UTF_16), name);
      case 2 -> binary("a lone surrogate", bytes(0xed, 0xa0, 0x80), name);
      case 3 -> binary("a gzip bomb", Bombs.gzipOfZeros(dice.between(1, 32) << 20), name);
      case 4 -> binary("a serialized object", Bombs.serialized(), name);
      default -> binary("text that is cut off", bytes(0xc3), name);
    };
  }

  private static HostileBody binary(String label, byte[] bytes, byte[] name) {
    byte[] whole = new byte[bytes.length + name.length + 1];
    System.arraycopy(bytes, 0, whole, 0, bytes.length);
    System.arraycopy(name, 0, whole, bytes.length, name.length);
    whole[whole.length - 1] = (byte) 0xff;
    return of(label, whole, false, true);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
