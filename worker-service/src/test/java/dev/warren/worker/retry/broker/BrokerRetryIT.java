package dev.warren.worker.retry.broker;

import dev.warren.testkit.TestVhost;
import dev.warren.worker.retry.RetryContract;

/** On a broker that cannot do it, tasks take the ladder. */
class BrokerRetryIT extends RetryContract {

  BrokerRetryIT() {
    super("broker", true);
  }

  @Override
  protected String used(TestVhost vhost) {
    return vhost.broker().atLeast(4, 3) ? "broker" : "ladder";
  }
}
