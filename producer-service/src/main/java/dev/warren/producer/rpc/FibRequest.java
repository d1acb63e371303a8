package dev.warren.producer.rpc;

import dev.warren.messaging.web.ProblemException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.StringUtils;

/**
 * A question, once it has been found to make sense.
 *
 * @param n which number
 * @param timeout how long to wait for it
 */
record FibRequest(int n, Duration timeout) {

  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}");

  /**
   * Reads what the caller wrote; an empty timeout is the default one.
   *
   * @throws ProblemException 400, naming the bounds
   */
  static FibRequest parse(String n, String timeout, RpcProperties properties) {
    return new FibRequest(
        number(n, properties.maxN()),
        StringUtils.hasLength(timeout) ? duration(timeout) : properties.timeout());
  }

  private static int number(String text, int max) {
    int n = DECIMAL.matcher(text).matches() ? Integer.parseInt(text) : -1;
    if (n < 0 || n > max) {
      throw ProblemException.invalid("n", "must be a decimal number from 0 to " + max);
    }
    return n;
  }

  private static Duration duration(String text) {
    try {
      Duration timeout = DurationStyle.detectAndParse(text);
      if (timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0) {
        return timeout;
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // the caller is told what is expected
    }
    throw ProblemException.invalid(
        "timeout", "must be a duration like 2s, 500ms or PT2S, from 10ms to 60s");
  }
}
