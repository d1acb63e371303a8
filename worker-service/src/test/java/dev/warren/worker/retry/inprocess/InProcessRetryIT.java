package dev.warren.worker.retry.inprocess;

import dev.warren.testkit.TestVhost;
import dev.warren.worker.retry.RetryContract;

/** The one that holds up the tasks behind. */
class InProcessRetryIT extends RetryContract {

  InProcessRetryIT() {
    super("in-process", false);
  }

  @Override
  protected String used(TestVhost vhost) {
    return "in-process";
  }
}
