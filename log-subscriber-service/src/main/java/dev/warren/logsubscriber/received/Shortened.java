package dev.warren.logsubscriber.received;

/** Cuts long strings, never through the middle of a character. */
final class Shortened {

  private Shortened() {}

  static String to(int maxChars, String text) {
    if (text.length() <= maxChars) {
      return text;
    }
    boolean splitsPair = maxChars > 0 && Character.isHighSurrogate(text.charAt(maxChars - 1));
    return text.substring(0, splitsPair ? maxChars - 1 : maxChars);
  }
}
