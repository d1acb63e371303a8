package dev.warren.worker.status;

import dev.warren.messaging.text.LogText;
import dev.warren.worker.retry.Mechanism;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** Keeps count, and remembers the last {@value #REMEMBERED} tasks and the beginnings of texts. */
@Component
public class WorkerJournal {

  private static final int REMEMBERED = 20;

  private final Instant startedAt = Instant.now();
  private final Set<RunningTask> running = ConcurrentHashMap.newKeySet();
  private final Deque<FinishedTask> recent = new ArrayDeque<>();
  private final LongAdder succeeded = new LongAdder();
  private final LongAdder retried = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder hello = new LongAdder();
  private final LongAdder unreadableHello = new LongAdder();

  /** A task's work begins. Ends with {@link #end} or {@link #abandon}. */
  public RunningTask begin(String id, String text) {
    RunningTask task = new RunningTask(id, LogText.shorten(text), Instant.now(), System.nanoTime());
    running.add(task);
    return task;
  }

  /** A task's work is over. */
  public void end(RunningTask task, Outcome outcome) {
    running.remove(task);
    counterOf(outcome).increment();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - task.startNanos());
    FinishedTask finished = new FinishedTask(task.id(), task.text(), outcome, millis);
    synchronized (recent) {
      if (recent.size() == REMEMBERED) {
        recent.removeLast();
      }
      recent.addFirst(finished);
    }
  }

  private LongAdder counterOf(Outcome outcome) {
    return switch (outcome) {
      case SUCCEEDED -> succeeded;
      case RETRIED -> retried;
      case FAILED -> failed;
    };
  }

  /** A task is given back unfinished. */
  public void abandon(RunningTask task) {
    running.remove(task);
  }

  /** A greeting came. */
  public void hello(boolean readable) {
    (readable ? hello : unreadableHello).increment();
  }

  WorkerStatus status(String worker, int prefetch, Mechanism retryMechanism) {
    List<RunningTask> current = List.copyOf(running);
    long good = succeeded.sum();
    long bad = failed.sum();
    return new WorkerStatus(
        worker,
        startedAt,
        !current.isEmpty(),
        current,
        good + bad,
        good,
        bad,
        retried.sum(),
        retryMechanism,
        hello.sum(),
        unreadableHello.sum(),
        prefetch,
        recent());
  }

  private List<FinishedTask> recent() {
    synchronized (recent) {
      return List.copyOf(recent);
    }
  }
}
