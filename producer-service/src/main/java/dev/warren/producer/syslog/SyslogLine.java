package dev.warren.producer.syslog;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line, checked against the grammar of RFC 5424 and the format of RFC 3164. Nothing but the
 * priority is taken from it: the message is the line as it came, so there is nothing to parse.
 *
 * <p>Every quantifier of the patterns is bounded or possessive, so that no line makes them slow or
 * deep.
 *
 * @param text the line
 * @param priority where it goes; absent if it is neither
 * @param error why it is neither; absent if it is one
 */
record SyslogLine(String text, @Nullable Priority priority, @Nullable String error) {

  private static final Pattern HEAD = Pattern.compile("<(0|[1-9][0-9]{0,2})>");

  private static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
  private static final String NIL_OR_TIMESTAMP =
      "(?:-|[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T"
          .concat(TIME)
          .concat(":[0-5][0-9](?:\\.[0-9]{1,6})?(?:Z|[+-]" + TIME + "))");
  private static final String SD_NAME = "[!#-<>-\\\\^-~]{1,32}+";
  private static final String SD_VALUE = "\"[^\"\\\\\\]]*+(?:\\\\.[^\"\\\\\\]]*+)*+\"";
  private static final String STRUCTURED_DATA =
      "(?:-|(?:\\[" + SD_NAME + "(?: " + SD_NAME + "=" + SD_VALUE + ")*+\\])++)";
  private static final Pattern RFC_5424 =
      Pattern.compile(
          "1 %s [!-~]{1,255}+ [!-~]{1,48}+ [!-~]{1,128}+ [!-~]{1,32}+ %s(?: .*+)?"
              .formatted(NIL_OR_TIMESTAMP, STRUCTURED_DATA),
          Pattern.DOTALL);

  private static final Pattern RFC_3164 =
      Pattern.compile(
          "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ 0-3][0-9] "
              .concat(TIME)
              .concat(":[0-5][0-9] [^ ].*+"),
          Pattern.DOTALL);

  /** Reads a line, without its end. */
  static SyslogLine read(String text) {
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      return malformed(text, "has no priority such as <34> at its start");
    }
    int number = Integer.parseInt(head.group(1));
    if (number > Priority.MAX) {
      return malformed(text, "has a priority over " + Priority.MAX);
    }
    String rest = text.substring(head.end());
    return RFC_5424.matcher(rest).matches() || RFC_3164.matcher(rest).matches()
        ? new SyslogLine(text, new Priority(number), null)
        : malformed(text, "has the header of neither RFC 5424 nor RFC 3164");
  }

  /** A line of which it is known without reading that it is none. */
  static SyslogLine malformed(String text, String error) {
    return new SyslogLine(text, null, error);
  }

  /** The error of a line that has one. */
  String complaint() {
    return Objects.requireNonNull(error, "error");
  }
}
