package dev.warren.systemtests.faults.lab;

import static org.awaitility.Awaitility.await;

import dev.warren.contracts.WorkQueue;
import dev.warren.systemtests.faults.ledger.Effect;
import dev.warren.systemtests.faults.ledger.Ledger;
import dev.warren.systemtests.faults.ledger.Verdict;
import dev.warren.systemtests.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Waits until everything that was sent has come to an end: no acknowledged task is without an
 * effect, and nothing of the work queue is left, be it ready, in hand or waiting for its next
 * attempt.
 */
final class Drain {

  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final RunningSuite suite;
  private final Ledger ledger;
  private final WorkerLogs logs;
  private final DeadLetterQueue deadLetters = new DeadLetterQueue();

  /** Looks at what happens from now on. */
  Drain(RunningSuite suite, Ledger ledger) {
    this.suite = suite;
    this.ledger = ledger;
    this.logs = WorkerLogs.of(suite);
  }

  /** Returns whether everything came to an end; false if nothing more does and not all has. */
  boolean completes() {
    Progress progress = new Progress();
    await("drained")
        .atMost(LIMIT)
        .pollInterval(POLL)
        .ignoreExceptions()
        .until(() -> progress.isOver(left()));
    return progress.isComplete();
  }

  /** Everything that was seen so far. */
  List<Effect> effects() {
    List<Effect> effects = new ArrayList<>(deadLetters.read(suite.broker()));
    logs.read().forEach(log -> effects.addAll(log.done()));
    return effects;
  }

  /** How much has not come to an end: tasks without an effect, and whatever is in a queue. */
  private int left() {
    return Verdict.of(ledger.requests(), effects()).lost().size() + queued();
  }

  /** Ready, in hand or waiting, as the broker says, which counts anew every five seconds. */
  private int queued() {
    JsonNode queues = suite.broker().management().get("/api/queues/%2F").json();
    return queues
        .valueStream()
        .filter(queue -> queue.path("name").asString("").startsWith(WorkQueue.QUEUE))
        .filter(queue -> !queue.path("name").asString("").equals(WorkQueue.DEAD_LETTER_QUEUE))
        .mapToInt(queue -> queue.path("messages").asInt(1))
        .sum();
  }
}
