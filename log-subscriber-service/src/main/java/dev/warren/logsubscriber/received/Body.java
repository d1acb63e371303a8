package dev.warren.logsubscriber.received;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A message body, to be read as text as far as somebody wants to see it; a long one is not decoded
 * any further, so many of them at once take little more memory than they came with.
 */
public final class Body {

  /** The body is text. Its {@code content_type} is not asked: the tutorials' clients send none. */
  public static final String UTF_8 = "utf-8";

  /** The body is something else, and shown in hexadecimal. */
  public static final String BINARY = "binary";

  private static final int CHUNK = 4096;

  private final byte[] bytes;
  private final boolean text;

  private Body(byte[] bytes, boolean text) {
    this.bytes = bytes;
    this.text = text;
  }

  public static Body of(byte[] bytes) {
    return new Body(bytes, isUtf8(bytes));
  }

  /** {@value #UTF_8} or {@value #BINARY}. */
  public String encoding() {
    return text ? UTF_8 : BINARY;
  }

  /** The length on the wire. */
  public int size() {
    return bytes.length;
  }

  /** The beginning as text, never cut through the middle of a character. */
  public Shown show(int maxChars) {
    return text ? decode(maxChars) : hexadecimal(maxChars);
  }

  private Shown decode(int maxChars) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(Math.min(maxChars, bytes.length));
    StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    return new Shown(out.flip().toString(), in.hasRemaining());
  }

  private Shown hexadecimal(int maxChars) {
    int shown = Math.min(maxChars / 2, bytes.length);
    return new Shown(HexFormat.of().formatHex(bytes, 0, shown), shown < bytes.length);
  }

  private static boolean isUtf8(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(Math.min(CHUNK, bytes.length + 1));
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return !result.isError();
  }

  /**
   * As much of a body as was asked for.
   *
   * @param text the text
   * @param truncated whether there is more
   */
  public record Shown(String text, boolean truncated) {}
}
