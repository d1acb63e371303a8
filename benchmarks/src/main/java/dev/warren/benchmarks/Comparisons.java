package dev.warren.benchmarks;

import java.util.List;

/** Everything that is compared, with the ratio that each is to reach. */
final class Comparisons {

  private Comparisons() {}

  static List<Comparison> all(Broker broker) {
    return List.of(
        new BulkPath(broker).comparison(),
        new WorkerPath(broker, 1, 1, 15_000).comparison("worker, prefetch 1 / PerfTest", 0.9),
        new WorkerPath(broker, 250, 50, 900_000)
            .comparison("worker, prefetch 250, ack per 50 / PerfTest", 0.85),
        new Flood(broker).comparison());
  }
}
