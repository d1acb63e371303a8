package dev.warren.rpcfib.rpc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.warren.messaging.text.LogText;
import dev.warren.messaging.text.Utf8;

/**
 * Answers a request's body: n in decimal digits, leading zeros allowed, nothing else around them.
 */
final class FibonacciHandler {

  private static final int MAX_INT_DIGITS = 9;

  private final int maxN;

  /**
   * @param maxN the largest n that is computed
   */
  FibonacciHandler(int maxN) {
    this.maxN = maxN;
  }

  Answer answer(byte[] body) {
    boolean negative = body.length > 0 && body[0] == '-';
    int start = negative ? 1 : 0;
    if (start == body.length || !isDecimal(body, start)) {
      return Answer.error(Answer.NOT_A_NUMBER, "not a decimal number: " + quote(body));
    }
    int n = negative ? -1 : parse(body);
    return n >= 0 && n <= maxN
        ? Answer.result(Fibonacci.of(n).toString())
        : Answer.error(
            Answer.OUT_OF_BOUNDS, "n must be from 0 to " + maxN + ", but is " + quote(body));
  }

  private static boolean isDecimal(byte[] body, int start) {
    for (int i = start; i < body.length; i++) {
      if (body[i] < '0' || body[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /** Digits to a number; one that is too long is not even parsed. */
  private static int parse(byte[] digits) {
    int start = 0;
    while (start < digits.length - 1 && digits[start] == '0') {
      start++;
    }
    int length = digits.length - start;
    return length > MAX_INT_DIGITS
        ? Integer.MAX_VALUE
        : Integer.parseInt(new String(digits, start, length, US_ASCII));
  }

  private static String quote(byte[] body) {
    return Utf8.decode(body)
        .map(text -> "'" + LogText.oneLine(text) + "'")
        .orElse(body.length + " bytes that are not text");
  }
}
