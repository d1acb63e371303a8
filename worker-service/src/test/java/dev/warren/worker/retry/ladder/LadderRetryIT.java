package dev.warren.worker.retry.ladder;

import dev.warren.testkit.TestVhost;
import dev.warren.worker.retry.RetryContract;

/** The ladder, which every broker has. */
class LadderRetryIT extends RetryContract {

  LadderRetryIT() {
    super("ladder", true);
  }

  @Override
  protected String used(TestVhost vhost) {
    return "ladder";
  }
}
