package dev.warren.producer.syslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What became of the lines: {@code received = published + malformed + failed}.
 *
 * @param received how many lines came, without blank ones
 * @param published how many the broker has taken
 * @param unrouted how many of those nobody listened to
 * @param malformed how many were no syslog lines
 * @param malformedSamples the first of them
 * @param failed how many the broker refused, or may not have got
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SyslogReport(
    long received,
    long published,
    long unrouted,
    long malformed,
    List<Sample> malformedSamples,
    long failed) {

  /**
   * A line that was not published.
   *
   * @param line its number in the body, from 1
   * @param reason what is wrong with it
   * @param excerpt its beginning, if it is text
   */
  record Sample(long line, String reason, String excerpt) {}
}
