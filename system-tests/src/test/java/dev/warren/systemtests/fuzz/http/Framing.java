package dev.warren.systemtests.fuzz.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/**
 * How a body is said to end, truthfully or not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6">Message body</a>
 */
enum Framing {
  /** There is none. */
  NONE,
  /** By its length. */
  LENGTH,
  /** In chunks. */
  CHUNKED,
  /** More is promised than comes. */
  TOO_SHORT,
  /** More comes than was promised. */
  TOO_LONG,
  /** Two lengths. */
  TWO_LENGTHS,
  /** A length below zero. */
  NEGATIVE,
  /** A length that no number holds. */
  ENDLESS,
  /** Chunks and a length. */
  BOTH,
  /** A chunk of a size that is no number. */
  BAD_CHUNK,
  /** Chunks without an end. */
  UNFINISHED_CHUNKS,
  /** In a way that nobody knows. */
  UNKNOWN;

  private static final int CHUNK = 4096;

  /** Whether the server has reason to wait for more, or to end the connection. */
  boolean isCutOff() {
    return this == TOO_SHORT || this == UNFINISHED_CHUNKS || this == ENDLESS || this == BAD_CHUNK;
  }

  /** Appends what announces the body, and returns it as it is sent. */
  byte[] frame(StringBuilder head, byte[] body) {
    return switch (this) {
      case NONE -> new byte[0];
      case LENGTH -> length(head, Integer.toString(body.length), body);
      case TOO_SHORT -> length(head, Integer.toString(body.length + 100), body);
      case TOO_LONG -> length(head, Integer.toString(body.length / 2), body);
      case TWO_LENGTHS -> length(head, body.length + "\r\nContent-Length: 1", body);
      case NEGATIVE -> length(head, "-1", body);
      case ENDLESS -> length(head, "9".repeat(30), body);
      case BOTH -> length(head, "3\r\nTransfer-Encoding: chunked", chunks(body, true));
      case CHUNKED -> encoded(head, "chunked", chunks(body, true));
      case UNFINISHED_CHUNKS -> encoded(head, "chunked", chunks(body, false));
      case BAD_CHUNK -> encoded(head, "chunked", "zz;\r\nabc\r\n".getBytes(ISO_8859_1));
      case UNKNOWN -> encoded(head, "snail", body);
    };
  }

  private static byte[] length(StringBuilder head, String length, byte[] body) {
    head.append("Content-Length: ").append(length).append("\r\n");
    return body;
  }

  private static byte[] encoded(StringBuilder head, String encoding, byte[] body) {
    head.append("Transfer-Encoding: ").append(encoding).append("\r\n");
    return body;
  }

  private static byte[] chunks(byte[] body, boolean ended) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 64);
    for (int start = 0; start < body.length; start += CHUNK) {
      int size = Math.min(CHUNK, body.length - start);
      out.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(ISO_8859_1));
      out.write(body, start, size);
      out.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    if (ended) {
      out.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    }
    return out.toByteArray();
  }
}
