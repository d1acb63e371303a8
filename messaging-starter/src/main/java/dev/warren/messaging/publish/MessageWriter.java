package dev.warren.messaging.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands messages over to a thread that writes them, in the order in which they came. While the
 * thread is held up, others give up what has waited too long, also what it has in hand.
 */
final class MessageWriter {

  private static final Logger log = LoggerFactory.getLogger(MessageWriter.class);

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
   * @param write may block. What it throws is logged, and the next message has its turn
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

  /**
   * Those whose time is over, also the one in hand. Who waited for a place has an earlier deadline
   * than others that came before it, so all are looked at.
   */
  List<WaitingMessage> removeLate(long nowNanos) {
    List<WaitingMessage> late = new ArrayList<>();
    WaitingMessage held = inHand;
    if (held != null && held.isLate(nowNanos)) {
      late.add(held);
    }
    waiting.removeIf(message -> message.isLate(nowNanos) && late.add(message));
    return late;
  }

  /** When the one that came first will be given up; null if none waits. */
  @Nullable Long firstDeadlineNanos() {
    WaitingMessage first = first();
    return first == null ? null : first.confirm.deadlineNanos;
  }

  private @Nullable WaitingMessage first() {
    WaitingMessage held = inHand;
    return held != null && !held.isTaken() ? held : waiting.peek();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        WaitingMessage next = next();
        inHand = next;
        write.accept(next);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // stopped
      } catch (RuntimeException | Error e) { // nobody would start another thread
        log.error("{} has a defect and goes on", thread.getName(), e);
      } finally {
        inHand = null;
      }
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

  /**
   * Ends the thread, and waits for that. A write in progress goes on for as long as the connection
   * lets it, and is not waited for after this time.
   */
  void stop(Duration longest) throws InterruptedException {
    thread.interrupt();
    thread.join(longest.toMillis());
  }
}
