package dev.warren.testkit;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Where a broker answers, and how to stop it (nothing to do for one that was there before). */
record RunningBroker(
    URI amqpUri, URI managementUri, List<SparePort> sparePorts, Runnable stop, Ctl ctl) {

  /** How many ports a broker that was started for tests can take beside its own. */
  static final int SPARE_PORTS = 3;

  /** Runs {@code rabbitmqctl} on the broker's machine. */
  @FunctionalInterface
  interface Ctl {
    void run(String... arguments) throws IOException, InterruptedException;
  }

  static RunningBroker onGuestAccount(
      String host,
      int amqpPort,
      int managementPort,
      List<SparePort> sparePorts,
      Runnable stop,
      Ctl ctl) {
    return new RunningBroker(
        URI.create("amqp://guest:guest@" + host + ":" + amqpPort),
        URI.create("http://" + host + ":" + managementPort),
        sparePorts,
        stop,
        ctl);
  }
}
