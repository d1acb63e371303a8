package dev.warren.systemtests.fuzz.amqp;

import dev.warren.systemtests.faults.lab.Metrics;
import dev.warren.systemtests.fuzz.amqp.HostileMessage.Expected;
import dev.warren.systemtests.suite.RunningSuite;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many messages the services have had in hand whose contents nobody shows: by listener, and for
 * calls by what was answered.
 */
final class Tally {

  private final RunningSuite suite;
  private final Map<Destination, Double> start;

  /** From now on. */
  Tally(RunningSuite suite) {
    this.suite = suite;
    this.start = now();
  }

  /** How many there were since, for each destination that is counted. */
  Map<Destination, Integer> soFar() {
    Map<Destination, Integer> counts = new TreeMap<>();
    now()
        .forEach(
            (destination, count) ->
                counts.put(destination, (int) (count - start.getOrDefault(destination, 0.0))));
    return counts;
  }

  /** Whether the messages of a destination are counted here, and not known one by one. */
  static boolean counts(HostileMessage message) {
    return message.expected() == Expected.ANSWERED || message.expected() == Expected.RECEIVED;
  }

  private Map<Destination, Double> now() {
    Map<Destination, Double> counts = new TreeMap<>();
    counts.put(Destination.HELLO, done("worker", "listener=\"hello\""));
    counts.put(Destination.FANOUT, done("log-subscriber", "listener=\"fanout-file\""));
    counts.put(Destination.DIRECT, done("log-subscriber", "listener=\"direct-file\""));
    counts.put(Destination.TOPIC, done("log-subscriber", "listener=\"topic-file\""));
    counts.put(Destination.HEADERS, done("log-subscriber", "listener=\"headers-file\""));
    counts.put(Destination.CALLS, done("rpc-fib", "listener=\"rpc_queue\""));
    return counts;
  }

  private double done(String service, String listener) {
    return suite.members(service).stream()
        .mapToDouble(
            member ->
                Metrics.of(member)
                    .value("warren_listener_messages_total", listener, "outcome=\"done\""))
        .sum();
  }
}
