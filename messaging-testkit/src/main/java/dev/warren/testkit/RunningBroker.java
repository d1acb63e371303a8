package dev.warren.testkit;

import java.net.URI;

/** Where a broker answers, and how to stop it (nothing to do for one that was there before). */
record RunningBroker(URI amqpUri, URI managementUri, Runnable stop) {

  static RunningBroker onGuestAccount(
      String host, int amqpPort, int managementPort, Runnable stop) {
    return new RunningBroker(
        URI.create("amqp://guest:guest@" + host + ":" + amqpPort),
        URI.create("http://" + host + ":" + managementPort),
        stop);
  }
}
