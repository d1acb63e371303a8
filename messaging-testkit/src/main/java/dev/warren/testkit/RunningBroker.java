package dev.warren.testkit;

import java.io.IOException;
import java.net.URI;

/** Where a broker answers, and how to stop it (nothing to do for one that was there before). */
record RunningBroker(URI amqpUri, URI managementUri, Runnable stop, Ctl ctl) {

  /** Runs {@code rabbitmqctl} on the broker's machine. */
  @FunctionalInterface
  interface Ctl {
    void run(String... arguments) throws IOException, InterruptedException;
  }

  static RunningBroker onGuestAccount(
      String host, int amqpPort, int managementPort, Runnable stop, Ctl ctl) {
    return new RunningBroker(
        URI.create("amqp://guest:guest@" + host + ":" + amqpPort),
        URI.create("http://" + host + ":" + managementPort),
        stop,
        ctl);
  }
}
