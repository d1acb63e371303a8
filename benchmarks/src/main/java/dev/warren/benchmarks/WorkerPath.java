package dev.warren.benchmarks;

import dev.warren.contracts.WorkQueue;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * No-dot tasks consumed and acknowledged per second by a worker, task events included, against
 * PerfTest consuming the same bodies from the same kind of queue with the same prefetch.
 *
 * @param prefetch unacknowledged messages that the broker hands out at once
 * @param messagesPerAck messages that one acknowledgement covers
 * @param tasks how many wait in the queue at the start
 */
record WorkerPath(Broker broker, int prefetch, int messagesPerAck, int tasks) {

  private static final byte[] BODY = "x".repeat(100).getBytes(StandardCharsets.US_ASCII);
  private static final String REFERENCE_QUEUE = "bench.worker";

  Comparison comparison(String name, double target) {
    return new Comparison(name, target, this::worker, this::perf);
  }

  private double worker() throws Exception {
    broker.purge(WorkQueue.QUEUE);
    broker.fill(WorkQueue.QUEUE, tasks, BODY);
    Map<String, String> settings =
        Map.of(
            "WARREN_WORKER_PREFETCH",
            String.valueOf(prefetch),
            "WARREN_WORKER_MESSAGES_PER_ACK",
            String.valueOf(messagesPerAck),
            "WARREN_WORKER_LOG_LEVEL",
            "WARN",
            "SPRING_PROFILES_ACTIVE",
            messagesPerAck > 1 ? "throughput" : "default");
    try (Service worker = Service.start("worker-service", settings)) {
      double rate = drainRate(WorkQueue.QUEUE);
      requireNoneDropped(worker.awaitReady());
      return rate;
    } finally {
      broker.purge(WorkQueue.QUEUE);
    }
  }

  /** To be fast by telling less of what it does would be cheating. */
  private static void requireNoneDropped(Service worker) throws Exception {
    double dropped = worker.metric("warren_task_events_dropped_total");
    if (dropped > 0) {
      throw new IllegalStateException("the worker dropped " + dropped + " task events");
    }
  }

  private double perf() throws Exception {
    broker.emptyQuorumQueue(REFERENCE_QUEUE);
    broker.fill(REFERENCE_QUEUE, tasks, BODY);
    try (ChildProcess perfTest =
        new PerfTest(broker).consuming(REFERENCE_QUEUE, prefetch, messagesPerAck)) {
      double rate = drainRate(REFERENCE_QUEUE);
      perfTest.requireAlive();
      return rate;
    } finally {
      broker.delete(REFERENCE_QUEUE);
    }
  }

  /** The first half warms the JVM up, and the last messages are left out. */
  private double drainRate(String queue) throws Exception {
    return new DepthMeter(broker, queue).drainRate(tasks / 2, tasks / 20);
  }
}
