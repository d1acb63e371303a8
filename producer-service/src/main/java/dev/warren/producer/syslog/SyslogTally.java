package dev.warren.producer.syslog;

import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.producer.syslog.SyslogReport.Sample;
import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of the lines of one request. */
final class SyslogTally {

  /** How many malformed lines are shown; the others are counted. */
  static final int MAX_SAMPLES = 20;

  private static final int EXCERPT_LENGTH = 120;

  private final List<Sample> samples = new ArrayList<>();
  private long received;
  private long published;
  private long unrouted;
  private long malformed;
  private long failed;

  void received() {
    received++;
  }

  void malformed(long number, SyslogLine line) {
    malformed++;
    if (samples.size() < MAX_SAMPLES) {
      String text = line.text();
      String excerpt = text.substring(0, Math.min(text.length(), EXCERPT_LENGTH));
      samples.add(new Sample(number, line.complaint(), excerpt));
    }
  }

  void settled(PublishOutcome outcome) {
    boolean unheard = outcome instanceof PublishOutcome.Returned;
    if (unheard) {
      unrouted++;
    }
    if (unheard || outcome.isConfirmed()) {
      published++;
    } else {
      failed++;
    }
  }

  SyslogReport report() {
    return new SyslogReport(received, published, unrouted, malformed, List.copyOf(samples), failed);
  }
}
