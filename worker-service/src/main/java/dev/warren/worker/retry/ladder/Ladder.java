package dev.warren.worker.retry.ladder;

import dev.warren.contracts.WorkQueue;
import java.time.Duration;
import java.util.List;

/**
 * The names of the queues, one for each delay: {@code task_queue.retry.5s}. How long messages stay
 * and where they go then is a policy for each, in {@code broker/definitions.json}.
 */
final class Ladder {

  private final List<Duration> delays;
  private final List<String> rungs;

  Ladder(List<Duration> delays) {
    this.delays = List.copyOf(delays);
    this.rungs = delays.stream().map(Ladder::queue).toList();
  }

  /** All of them, the shortest delay first or in whatever order the setting has. */
  List<String> rungs() {
    return rungs;
  }

  /** Where a task waits after its attempt of this number. */
  String after(int attempt) {
    return rungs.get(index(attempt));
  }

  /** How long it waits there. */
  Duration delayAfter(int attempt) {
    return delays.get(index(attempt));
  }

  private int index(int attempt) {
    return Math.min(attempt, rungs.size()) - 1;
  }

  private static String queue(Duration delay) {
    long millis = delay.toMillis();
    String label = millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    return WorkQueue.RETRY_PREFIX + label;
  }
}
