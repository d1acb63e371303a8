package dev.warren.producer.syslog;

import dev.warren.messaging.publish.PublishOutcome;
import dev.warren.messaging.publish.PublishOutcome.NotSent;
import dev.warren.messaging.publish.PublishOutcome.Unconfirmed;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the lines of one request as they come, with a bounded number of confirms outstanding,
 * so that a body without end needs no more memory than a short one. Stops reading when the broker
 * is lost. For one thread.
 */
final class SyslogIntake {

  /** How many confirms may be outstanding; half of what the publisher allows to all. */
  static final int WINDOW = 500;

  private final SyslogPublisher publisher;
  private final SyslogTally tally = new SyslogTally();
  private final Deque<CompletableFuture<PublishOutcome>> inFlight = new ArrayDeque<>(WINDOW);
  private @Nullable PublishOutcome loss;

  SyslogIntake(SyslogPublisher publisher) {
    this.publisher = publisher;
  }

  /** Takes lines until there are no more or the broker is lost. */
  void take(LineReader lines) throws IOException {
    try {
      SyslogLine line = lines.next();
      while (line != null && loss == null) {
        take(lines.number(), line);
        line = loss == null ? lines.next() : null;
      }
    } finally {
      settle(0);
    }
  }

  private void take(long number, SyslogLine line) {
    tally.received();
    if (line.priority() == null) {
      tally.malformed(number, line);
      return;
    }
    inFlight.add(publisher.publish(line.priority(), line.text()));
    settle(WINDOW);
  }

  private void settle(int mayRemain) {
    while (!inFlight.isEmpty() && (inFlight.size() > mayRemain || inFlight.element().isDone())) {
      PublishOutcome outcome = inFlight.remove().join();
      tally.settled(outcome);
      if (outcome instanceof NotSent || outcome instanceof Unconfirmed) {
        loss = outcome;
      }
    }
  }

  /** Why it stopped before the end; null if it did not. */
  @Nullable PublishOutcome loss() {
    return loss;
  }

  SyslogReport report() {
    return tally.report();
  }
}
