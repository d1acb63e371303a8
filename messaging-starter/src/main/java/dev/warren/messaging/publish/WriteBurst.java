package dev.warren.messaging.publish;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that one thread writes one after the other and that may go to the broker together. The
 * client flushes after each, which costs either side a system call; between {@link #enter} and
 * {@link #leave} a {@link CoalescingOutputStream} puts that off until {@link #flush}.
 *
 * <p>For one thread, which must call {@link #flush} before it waits for anything.
 */
final class WriteBurst {

  private static final Logger log = LoggerFactory.getLogger(WriteBurst.class);
  private static final ThreadLocal<WriteBurst> CURRENT = new ThreadLocal<>();

  private final Set<CoalescingOutputStream> held = new HashSet<>();

  /** That of this thread, if it is within one. */
  static @Nullable WriteBurst current() {
    return CURRENT.get();
  }

  /** What this thread writes from now on may wait. */
  void enter() {
    CURRENT.set(this);
  }

  /**
   * What this thread writes from now on goes at once, and what waits on the same stream with it.
   */
  void leave() {
    CURRENT.remove();
  }

  void hold(CoalescingOutputStream stream) {
    held.add(stream);
  }

  /** Sends what waits. If a connection broke, its reader tells of that, as after any write. */
  void flush() {
    for (CoalescingOutputStream stream : held) {
      try {
        stream.flush();
      } catch (IOException e) {
        log.debug("Messages could not be written", e);
      }
    }
    held.clear();
  }
}
