package dev.warren.rpcfib.rpc;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts since the start; also the meter {@code warren.rpc.answers}. */
@Component
class RpcStatistics {

  private final Counter answered;
  private final Counter errors;
  private final Counter undeliverable;
  private final Counter rejected;

  RpcStatistics(MeterRegistry registry) {
    this.answered = counter(registry, "result");
    this.errors = counter(registry, "error");
    this.undeliverable = counter(registry, "undeliverable");
    this.rejected = counter(registry, "rejected");
  }

  private static Counter counter(MeterRegistry registry, String kind) {
    return Counter.builder("warren.rpc.answers")
        .description("What became of requests; an undeliverable result or error counts twice")
        .tag("kind", kind)
        .register(registry);
  }

  void answered(Answer answer) {
    (answer.isError() ? errors : answered).increment();
  }

  void undeliverable() {
    undeliverable.increment();
  }

  void rejected() {
    rejected.increment();
  }

  RpcStatus status(String server, int maxN) {
    return new RpcStatus(
        server,
        (long) answered.count(),
        (long) errors.count(),
        (long) undeliverable.count(),
        (long) rejected.count(),
        maxN);
  }
}
