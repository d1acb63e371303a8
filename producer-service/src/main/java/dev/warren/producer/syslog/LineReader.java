package dev.warren.producer.syslog;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads line by line, ending in LF or CRLF, and never keeps more than one bounded line. */
final class LineReader {

  /** The longest line, in bytes; RFC 5424 asks for 2048. What is longer is skipped to its end. */
  static final int MAX_LINE_BYTES = 8 * 1024;

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private long number;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** The number of the last line that was read, from 1; blank lines count. */
  long number() {
    return number;
  }

  /** The next line that is not blank; null at the end of the stream. */
  @Nullable SyslogLine next() throws IOException {
    int end;
    do {
      line.reset();
      end = fill();
      if (line.size() > MAX_LINE_BYTES) {
        return SyslogLine.malformed("", "is longer than " + MAX_LINE_BYTES + " bytes");
      }
      byte[] bytes = line.toByteArray();
      int length = bytes.length;
      if (length > 0 && bytes[length - 1] == '\r') {
        length--;
      }
      if (length > 0) {
        return decode(bytes, length);
      }
    } while (end >= 0);
    return null;
  }

  /** Reads to the end of the line, keeping one byte more than allowed; returns that end. */
  private int fill() throws IOException {
    number++;
    int next = in.read();
    while (next >= 0 && next != '\n') {
      if (line.size() <= MAX_LINE_BYTES) {
        line.write(next);
      }
      next = in.read();
    }
    return next;
  }

  private static SyslogLine decode(byte[] bytes, int length) {
    try {
      return SyslogLine.read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString());
    } catch (CharacterCodingException e) {
      return SyslogLine.malformed("", "is not UTF-8");
    }
  }
}
