package dev.warren.testkit.assertions;

import dev.warren.testkit.TestVhost;

/** Entry points, for static import. */
public final class BrokerAssertions {

  private BrokerAssertions() {}

  public static QueueAssert assertThatQueue(TestVhost vhost, String queue) {
    return new QueueAssert(vhost, queue);
  }

  public static ExchangeAssert assertThatExchange(TestVhost vhost, String exchange) {
    return new ExchangeAssert(vhost, exchange);
  }
}
