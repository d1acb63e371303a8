package dev.warren.benchmarks;

import dev.warren.contracts.WorkQueue;
import java.time.Duration;
import java.util.Map;

/**
 * Tasks confirmed per second through {@code POST /api/tasks/bulk}, HTTP and JSON included, against
 * PerfTest publishing bodies of the same size to the same kind of queue with 1000 in flight.
 */
final class BulkPath {

  private static final int BODY_BYTES = 100;
  private static final int IN_FLIGHT = 1000;
  private static final int CONNECTIONS = 4;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final String REFERENCE_QUEUE = "bench.bulk";

  private final Broker broker;

  BulkPath(Broker broker) {
    this.broker = broker;
  }

  Comparison comparison() {
    return new Comparison(
        "bulk tasks over REST / PerfTest publishing", 0.75, this::rest, this::perf);
  }

  private double rest() throws Exception {
    broker.purge(WorkQueue.QUEUE);
    try (Service producer = Service.start("producer-service", Map.of()).awaitReady();
        BulkClients clients =
            new BulkClients(producer.uri("/api/tasks/bulk"), "x".repeat(BODY_BYTES), CONNECTIONS)) {
      clients.start();
      return new DepthMeter(broker, WorkQueue.QUEUE).fillRate(WARM_UP, WINDOW);
    } finally {
      broker.purge(WorkQueue.QUEUE);
    }
  }

  private double perf() throws Exception {
    broker.emptyQuorumQueue(REFERENCE_QUEUE);
    try (ChildProcess perfTest =
        new PerfTest(broker).publishing(REFERENCE_QUEUE, BODY_BYTES, IN_FLIGHT)) {
      double rate = new DepthMeter(broker, REFERENCE_QUEUE).fillRate(WARM_UP, WINDOW);
      perfTest.requireAlive();
      return rate;
    } finally {
      broker.delete(REFERENCE_QUEUE);
    }
  }
}
