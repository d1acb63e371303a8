package dev.warren.messaging.text;

/** Makes a stranger's text one short line that cannot pass for several, or move the cursor. */
public final class LogText {

  /** How much of a text is kept, in UTF-16 units. */
  public static final int MAX_LENGTH = 200;

  private LogText() {}

  /**
   * The text on one line: control characters, line separators and format characters are escaped as
   * {@code \\uXXXX}, and what exceeds {@link #MAX_LENGTH} is cut, saying so.
   */
  public static String oneLine(String text) {
    return escaped(shorten(text));
  }

  /** The text on one line in its full length, escaped likewise. */
  public static String escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnsafe(text.charAt(i))) {
        return escape(text);
      }
    }
    return text;
  }

  /** The beginning of a text, with its full length if it was cut. */
  public static String shorten(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    String kept = text.substring(0, splitsPair ? MAX_LENGTH - 1 : MAX_LENGTH);
    return kept + "... (" + text.length() + " characters)";
  }

  private static boolean isUnsafe(char c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isUnsafe(c)) {
        escaped.append("\\u%04x".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
