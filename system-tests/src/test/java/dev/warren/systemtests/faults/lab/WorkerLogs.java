package dev.warren.systemtests.faults.lab;

import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.SuiteMember;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The logs of all workers since a moment, also of those that were killed. A worker writes that a
 * task is done before it acknowledges the task, and what a process has written stays when it is
 * killed: no acknowledged task can be without its line.
 */
final class WorkerLogs {

  private final RunningSuite suite;
  private final Function<SuiteMember, LogSource> sources;
  private final Map<String, LogSource> known = new ConcurrentHashMap<>();

  WorkerLogs(RunningSuite suite, Function<SuiteMember, LogSource> sources) {
    this.suite = suite;
    this.sources = sources;
    meetWorkers();
  }

  /** Of processes or containers, from now on. */
  static WorkerLogs of(RunningSuite suite) {
    Instant now = Instant.now();
    return new WorkerLogs(
        suite,
        worker ->
            worker.container() == null
                ? FileLog.fromNowOn(suite.home(), worker)
                : new ContainerLog(worker.container(), now));
  }

  /** Everything that the workers have said, worker by worker. */
  List<TaskLog> read() {
    meetWorkers();
    return known.entrySet().stream()
        .map(entry -> TaskLog.read(entry.getKey(), entry.getValue().lines()))
        .toList();
  }

  private void meetWorkers() {
    for (SuiteMember worker : suite.members("worker")) {
      known.computeIfAbsent(
          worker.container() == null ? "worker-" + worker.replica() : worker.container(),
          name -> sources.apply(worker));
    }
  }

  /** Where a worker's lines are. */
  interface LogSource {
    Stream<String> lines();
  }
}
