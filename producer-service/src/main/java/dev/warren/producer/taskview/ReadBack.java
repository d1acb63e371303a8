package dev.warren.producer.taskview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long what this replica appends to the stream takes to come back. Of all that is on its way it
 * remembers an old and the newest message: when the one has been read, it is the other's turn.
 */
final class ReadBack {

  private final Clock clock;
  private @Nullable Append awaited;
  private @Nullable Append newest;
  private Duration lastTime = Duration.ZERO;

  ReadBack(Clock clock) {
    this.clock = clock;
  }

  /** A message of this replica's is about to be appended. */
  synchronized void appending(String messageId) {
    newest = new Append(messageId, clock.instant());
    if (awaited == null) {
      awaited = newest;
    }
  }

  /** A message has been read, perhaps one of this replica's. */
  synchronized void read(@Nullable String messageId) {
    if (newest != null && newest.messageId.equals(messageId)) {
      awaited = null;
      lastTime = Duration.ZERO;
    } else if (awaited != null && awaited.messageId.equals(messageId)) {
      lastTime = age(awaited);
      awaited = newest;
    }
  }

  /** For how long what has not come back has been on its way; 0 if all has. */
  synchronized Duration lag() {
    if (awaited == null) {
      return Duration.ZERO;
    }
    Duration age = age(awaited);
    return age.compareTo(lastTime) > 0 ? age : lastTime;
  }

  private Duration age(Append append) {
    return Duration.between(append.at, clock.instant());
  }

  private record Append(String messageId, Instant at) {}
}
