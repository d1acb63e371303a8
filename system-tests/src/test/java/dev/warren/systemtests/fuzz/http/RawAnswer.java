package dev.warren.systemtests.fuzz.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;

/**
 * What came back.
 *
 * @param status the status; 0 if nothing came that begins as an answer does
 * @param headers the lines of its headers
 * @param body the body, as far as it was read
 * @param waited until the last of it
 * @param isOver whether the server ended it in time
 */
record RawAnswer(int status, List<String> headers, String body, Duration waited, boolean isOver) {

  private static final String END_OF_LINE = "\r\n";
  private static final String END_OF_HEAD = END_OF_LINE + END_OF_LINE;

  /** Reads an answer, and passes over what only says that there will be one. */
  static RawAnswer of(byte[] received, Duration waited, boolean isOver) {
    String text = new String(received, ISO_8859_1);
    while (text.startsWith("HTTP/1.1 1") && text.contains(END_OF_HEAD)) {
      text = text.substring(text.indexOf(END_OF_HEAD) + END_OF_HEAD.length());
    }
    int end = text.indexOf(END_OF_HEAD);
    if (!text.matches("(?s)HTTP/1\\.1 \\d{3} .*") || end < 0) {
      return new RawAnswer(0, List.of(), text, waited, isOver);
    }
    int status = Integer.parseInt(text.substring(9, 12));
    List<String> headers = text.substring(0, end).lines().skip(1).toList();
    String body = text.substring(end + END_OF_HEAD.length());
    String whole = isChunked(headers) ? joined(body) : body;
    return new RawAnswer(
        status, headers, new String(whole.getBytes(ISO_8859_1), UTF_8), waited, isOver);
  }

  private static boolean isChunked(List<String> headers) {
    return headers.stream().anyMatch("Transfer-Encoding: chunked"::equalsIgnoreCase);
  }

  /** The chunks as one, as far as they are what they say. */
  private static String joined(String chunks) {
    StringBuilder joined = new StringBuilder(chunks.length());
    int start = 0;
    int end = chunks.indexOf(END_OF_LINE);
    while (end > start && chunks.substring(start, end).matches("[0-9a-f]{1,7}")) {
      int size = Integer.parseInt(chunks, start, end, 16);
      int first = end + END_OF_LINE.length();
      int last = Math.min(first + size, chunks.length());
      joined.append(chunks, first, last);
      start = last + END_OF_LINE.length();
      end = chunks.indexOf(END_OF_LINE, start);
    }
    return joined.toString();
  }

  /** A header's value, empty if it is not there. */
  String header(String name) {
    String prefix = name + ":";
    return headers.stream()
        .filter(line -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst()
        .orElse("");
  }
}
