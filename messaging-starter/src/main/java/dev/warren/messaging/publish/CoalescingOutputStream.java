package dev.warren.messaging.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Flushes at once, but within a {@link WriteBurst} at its end or when the buffer is full. */
final class CoalescingOutputStream extends BufferedOutputStream {

  /** Some dozens of small messages; what is larger goes past it. */
  private static final int BUFFER_BYTES = 32 * 1024;

  CoalescingOutputStream(OutputStream out) {
    super(out, BUFFER_BYTES);
  }

  @Override
  public synchronized void flush() throws IOException {
    WriteBurst burst = WriteBurst.current();
    if (burst == null) {
      super.flush();
    } else {
      burst.hold(this);
    }
  }
}
