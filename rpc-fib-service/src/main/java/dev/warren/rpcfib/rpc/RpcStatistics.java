package dev.warren.rpcfib.rpc;

import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** Counts since the start. */
@Component
class RpcStatistics {

  private final LongAdder answered = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder undeliverable = new LongAdder();
  private final LongAdder rejected = new LongAdder();

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
        server, answered.sum(), errors.sum(), undeliverable.sum(), rejected.sum(), maxN);
  }
}
