package dev.warren.worker;

import dev.warren.messaging.text.LogText;

/** How the texts of messages are shown in the log: as they are, on one line, or by their length. */
public final class LoggedText {

  private final boolean shown;

  /**
   * Decides for all texts.
   *
   * @param shown as the tutorials' programs print them
   */
  public LoggedText(boolean shown) {
    this.shown = shown;
  }

  /** What a line of the log has in the text's place. */
  public String of(String text) {
    return shown ? LogText.oneLine(text) : text.length() + " characters";
  }
}
