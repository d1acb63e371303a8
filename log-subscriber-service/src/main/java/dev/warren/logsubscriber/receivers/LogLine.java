package dev.warren.logsubscriber.receivers;

import dev.warren.logsubscriber.received.Body;
import dev.warren.messaging.text.LogText;

/** The line that the tutorials print for a message, safe to write to a log. */
final class LogLine {

  private LogLine() {}

  static String of(String label, Body body, int maxChars) {
    String prefix = label.isEmpty() ? " [x] " : " [x] " + LogText.escaped(label) + ":";
    Body.Shown shown = body.show(maxChars);
    String suffix = shown.truncated() ? "... (" + body.size() + " bytes)" : "";
    return prefix + LogText.escaped(shown.text()) + suffix;
  }
}
