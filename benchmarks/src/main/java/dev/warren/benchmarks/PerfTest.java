package dev.warren.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** RabbitMQ's PerfTest, publishing or consuming with one connection. */
final class PerfTest {

  private static final String MAIN = "com.rabbitmq.perf.PerfTest";

  private final String uri;

  PerfTest(Broker broker) {
    this.uri = broker.uri();
  }

  /** Publishes persistent messages of a size, with so many confirms outstanding. */
  ChildProcess publishing(String queue, int bodySize, int inFlight) throws IOException {
    return start(
        queue,
        "--producers",
        "1",
        "--consumers",
        "0",
        "--size",
        String.valueOf(bodySize),
        "--confirm",
        String.valueOf(inFlight),
        "--flag",
        "persistent");
  }

  /** Consumes with a prefetch, acknowledging one message at a time or several at once. */
  ChildProcess consuming(String queue, int prefetch, int messagesPerAck) throws IOException {
    String multiAck = String.valueOf(messagesPerAck > 1 ? messagesPerAck : 0);
    return start(
        queue,
        "--producers",
        "0",
        "--consumers",
        "1",
        "--qos",
        String.valueOf(prefetch),
        "--multi-ack-every",
        multiAck);
  }

  private ChildProcess start(String queue, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("--uri", uri, "--queue", queue, "--predeclared", "--routing-key", queue));
    arguments.addAll(List.of("--exchange", ""));
    arguments.addAll(List.of(more));
    return ChildProcess.ofClass(MAIN, arguments);
  }
}
