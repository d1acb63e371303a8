package dev.warren.producer.replay;

import org.jspecify.annotations.Nullable;

/**
 * A queue where messages of a pattern end that were given up. The pattern's package declares one as
 * a bean; this service's user must be allowed to read it, and to configure {@link #lock}.
 *
 * @param name the queue
 * @param replayTo where its letters are put to be tried again; null if that makes no sense
 */
public record DeadLetterQueue(String name, @Nullable String replayTo) {

  /**
   * The name of an exclusive queue that stands for the right to take letters: whoever looks holds
   * all of them for a moment, so a second one would see none. It ends like a dead-letter queue, so
   * that no alert expects consumers of it.
   */
  public String lock() {
    return "lock." + name;
  }
}
