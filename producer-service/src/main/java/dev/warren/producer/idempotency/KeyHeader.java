package dev.warren.producer.idempotency;

import dev.warren.messaging.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Idempotency-Key}: a string in quotes, as the draft has it, or bare, as most
 * clients send it. Both spell the same key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9651#section-3.3.3">Structured fields,
 *     strings</a>
 */
final class KeyHeader {

  static final String NAME = "Idempotency-Key";

  /** The longest key, without quotes and escapes. */
  static final int LONGEST = 255;

  private static final int LONGEST_QUOTED = 2 * LONGEST + 2;
  private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*+)\"");

  /** No comma, which would join the keys of two headers. */
  private static final Pattern BARE = Pattern.compile("[!-~&&[^\",;]]++");

  private KeyHeader() {}

  static boolean isIn(HttpServletRequest request) {
    return request.getHeader(NAME) != null;
  }

  /**
   * The key of a request that has the header.
   *
   * @throws ProblemException if it is no key
   */
  static String read(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders(NAME));
    if (headers.size() != 1) {
      throw unusable("must be sent once");
    }
    String value = headers.get(0).strip();
    String key = value.length() <= LONGEST_QUOTED ? parse(value) : "";
    if (key.isEmpty() || key.length() > LONGEST) {
      throw unusable("must be 1 to " + LONGEST + " printable ASCII characters, in quotes or bare");
    }
    return key;
  }

  /** Empty if it is no key. */
  private static String parse(String value) {
    Matcher quoted = QUOTED.matcher(value);
    if (quoted.matches()) {
      return quoted.group(1).replaceAll("\\\\(.)", "$1");
    }
    return BARE.matcher(value).matches() ? value : "";
  }

  /** The header cannot be taken. */
  static ProblemException unusable(String reason) {
    return ProblemException.invalid(NAME, reason);
  }
}
