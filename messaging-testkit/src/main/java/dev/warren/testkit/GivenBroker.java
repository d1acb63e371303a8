package dev.warren.testkit;

import java.net.URI;
import java.util.List;

/** The broker that the environment points at; it is used as it is and never stopped. */
record GivenBroker(String amqpUri, String managementUri) implements BrokerWay {

  @Override
  public String name() {
    return BrokerFinder.AMQP_URI;
  }

  @Override
  public RunningBroker start() {
    URI amqp = URI.create(amqpUri);
    URI management =
        managementUri.isEmpty()
            ? URI.create("http://" + amqp.getHost() + ":15672")
            : URI.create(managementUri);
    return new RunningBroker(amqp, management, List.of(), () -> {}, GivenBroker::notOurs);
  }

  private static void notOurs(String... arguments) {
    throw new UnsupportedOperationException("rabbitmqctl on a broker of somebody else's");
  }
}
