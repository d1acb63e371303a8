package dev.warren.producer.rpc;

import dev.warren.messaging.metrics.Buckets;
import dev.warren.messaging.web.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the outcomes of calls, and times those that were answered. */
final class RpcMeters {

  private static final String ANSWERED = "answered";
  private static final String TIMEOUT = "timeout";
  private static final String ERROR = "error";
  private static final String NO_SERVER = "no-server";
  private static final String NOT_SENT = "not-sent";

  private final Map<String, Counter> calls;
  private final Timer roundTrip;
  private final Counter late;

  RpcMeters(MeterRegistry registry) {
    this.calls =
        Stream.of(ANSWERED, TIMEOUT, ERROR, NO_SERVER, NOT_SENT)
            .collect(Collectors.toMap(Function.identity(), outcome -> calls(registry, outcome)));
    this.roundTrip =
        Timer.builder("warren.rpc.round.trip")
            .description("From the request to the server's result")
            .serviceLevelObjectives(Buckets.roundTrips())
            .register(registry);
    this.late =
        Counter.builder("warren.rpc.late.replies")
            .description("Replies that came when their caller had gone")
            .register(registry);
  }

  private static Counter calls(MeterRegistry registry, String outcome) {
    return Counter.builder("warren.rpc.calls")
        .description("Calls, by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  void answered(long startNanos) {
    count(ANSWERED);
    roundTrip.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
  }

  void failed(ProblemType type) {
    count(outcomeOf(type));
  }

  void lateReply() {
    late.increment();
  }

  private static String outcomeOf(ProblemType type) {
    return switch (type) {
      case RPC_TIMEOUT, UNCONFIRMED -> TIMEOUT;
      case RPC_ERROR, RPC_BAD_REPLY -> ERROR;
      case NO_RPC_SERVER -> NO_SERVER;
      default -> NOT_SENT;
    };
  }

  private void count(String outcome) {
    Objects.requireNonNull(calls.get(outcome), outcome).increment();
  }
}
