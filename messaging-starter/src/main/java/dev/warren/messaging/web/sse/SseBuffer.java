package dev.warren.messaging.web.sse;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What waits to be sent to one client. Bounded by bytes, apart from what it starts with. */
final class SseBuffer {

  private final long limit;
  private final Queue<byte[]> frames = new ArrayDeque<>();
  private long bytes;
  private long initialBytes;
  private boolean ended;

  SseBuffer(long limit) {
    this.limit = limit;
  }

  /** Takes a frame that the client has asked for, whatever its size. */
  synchronized void add(byte[] frame, boolean last) {
    if (!ended) {
      initialBytes += frame.length;
      append(frame, last);
    }
  }

  /**
   * Takes a live frame. False, once, if there is no room: all is dropped then. After the last frame
   * others are ignored.
   */
  synchronized boolean offer(byte[] frame, boolean last) {
    if (ended) {
      return true;
    }
    if (bytes + frame.length > limit + initialBytes) {
      frames.clear();
      ended = true;
      return false;
    }
    append(frame, last);
    return true;
  }

  synchronized byte @Nullable [] poll() {
    byte[] frame = frames.poll();
    if (frame != null) {
      bytes -= frame.length;
    } else {
      initialBytes = 0;
    }
    return frame;
  }

  /** Nothing follows what is here already. */
  synchronized void end() {
    ended = true;
  }

  /** The last frame has been taken. */
  synchronized boolean isEnded() {
    return ended && frames.isEmpty();
  }

  private void append(byte[] frame, boolean last) {
    frames.add(frame);
    bytes += frame.length;
    ended = last;
  }
}
