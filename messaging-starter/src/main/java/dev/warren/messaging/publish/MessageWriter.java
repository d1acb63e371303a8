package dev.warren.messaging.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages over to a thread that writes them, in the order in which they came. While the
 * thread is held up, others give up what has waited too long, also what it has in hand.
 */
final class MessageWriter {

  /** As many as there are places at most. */
  private final BlockingQueue<WaitingMessage> waiting = new LinkedBlockingQueue<>();

  private final Consumer<WaitingMessage> write;
  private final Runnable pause;
  private final Thread thread;
  private volatile @Nullable WaitingMessage inHand;

  private MessageWriter(String name, Consumer<WaitingMessage> write, Runnable pause) {
    this.write = write;
    this.pause = pause;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /**
   * Starts a writer.
   *
   * @param write may block, and must not throw
   * @param pause is run when there is nothing to write any more; the same holds for it
   */
  static MessageWriter start(String name, Consumer<WaitingMessage> write, Runnable pause) {
    MessageWriter writer = new MessageWriter(name, write, pause);
    writer.thread.start();
    return writer;
  }

  void add(WaitingMessage message) {
    waiting.add(message);
  }

  /** All that wait now, which are not written unless they are added again. */
  List<WaitingMessage> removeAll() {
    List<WaitingMessage> removed = new ArrayList<>();
    waiting.drainTo(removed);
    return removed;
  }

  /** Those whose time is over, also the one in hand. They came first. */
  List<WaitingMessage> removeLate(long nowNanos) {
    List<WaitingMessage> late = new ArrayList<>();
    for (WaitingMessage first = first();
        first != null && first.isLate(nowNanos);
        first = waiting.peek()) {
      waiting.remove(first);
      late.add(first);
    }
    return late;
  }

  /** When the one that waits longest will be given up; null if none waits. */
  @Nullable Long firstDeadlineNanos() {
    WaitingMessage first = first();
    return first == null ? null : first.confirm.deadlineNanos;
  }

  private @Nullable WaitingMessage first() {
    WaitingMessage held = inHand;
    return held != null && !held.isTaken() ? held : waiting.peek();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        WaitingMessage next = next();
        inHand = next;
        write.accept(next);
        inHand = null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // stopped
    }
  }

  private WaitingMessage next() throws InterruptedException {
    WaitingMessage next = waiting.poll();
    if (next == null) {
      pause.run();
      next = waiting.take();
    }
    return next;
  }

  /** Ends the thread; a write in progress goes on for as long as the connection lets it. */
  void stop() {
    thread.interrupt();
  }
}
