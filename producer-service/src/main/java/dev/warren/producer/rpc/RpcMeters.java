package dev.warren.producer.rpc;

import dev.warren.messaging.metrics.Buckets;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Times each call from the request to the reply, or to what came instead. */
final class RpcMeters {

  private static final String ANSWERED = "answered";
  private static final String TIMEOUT = "timeout";
  private static final String ERROR = "error";
  private static final String NO_SERVER = "no-server";
  private static final String NOT_SENT = "not-sent";

  private final Map<String, Timer> calls;
  private final Counter late;

  RpcMeters(MeterRegistry registry) {
    this.calls =
        List.of(ANSWERED, TIMEOUT, ERROR, NO_SERVER, NOT_SENT).stream()
            .collect(Collectors.toMap(Function.identity(), outcome -> timer(registry, outcome)));
    this.late =
        Counter.builder("warren.rpc.late.replies")
            .description("Replies that came when their caller had gone")
            .register(registry);
  }

  private static Timer timer(MeterRegistry registry, String outcome) {
    Timer.Builder timer =
        Timer.builder("warren.rpc.call")
            .description("From the request to the reply, or to what came instead")
            .tag("outcome", outcome);
    if (outcome.equals(ANSWERED)) {
      timer.serviceLevelObjectives(Buckets.roundTrips());
    }
    return timer.register(registry);
  }

  void answered(long startNanos) {
    record(ANSWERED, startNanos);
  }

  void failed(ProblemException problem, long startNanos) {
    record(outcomeOf(problem.problemType()), startNanos);
  }

  void lateReply() {
    late.increment();
  }

  private static String outcomeOf(ProblemType type) {
    return switch (type) {
      case RPC_TIMEOUT -> TIMEOUT;
      case RPC_ERROR, RPC_BAD_REPLY -> ERROR;
      case NO_RPC_SERVER -> NO_SERVER;
      default -> NOT_SENT;
    };
  }

  private void record(String outcome, long startNanos) {
    Timer timer = calls.get(outcome);
    if (timer != null) {
      timer.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    }
  }
}
