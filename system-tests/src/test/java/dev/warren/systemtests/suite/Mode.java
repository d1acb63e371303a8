package dev.warren.systemtests.suite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A way to run the suite, as {@code ./warren up} offers it. */
public enum Mode {
  /** Processes on this machine, with the {@code rabbitmq-server} that it has. */
  LOCAL("--local"),
  /** Containers, with the broker image that Compose names. */
  DOCKER("--docker"),
  /** The same with three nodes of the broker. */
  CLUSTER("--cluster");

  private final String option;

  Mode(String option) {
    this.option = option;
  }

  /** The option of {@code ./warren up}. */
  public String option() {
    return option;
  }

  /** Whether its suite stays for further tests; three nodes are too much to have beside others. */
  boolean isKept() {
    return this != CLUSTER;
  }

  /**
   * The modes that work here, at least one. {@code WARREN_TEST_BROKER}, as the other integration
   * tests read it, may ask for {@code local} or {@code docker} alone.
   *
   * @throws IllegalStateException if there are none, with what to install
   */
  public static List<Mode> available() {
    String only = System.getenv().getOrDefault("WARREN_TEST_BROKER", "");
    List<Mode> modes =
        Arrays.stream(values())
            .filter(mode -> only.isEmpty() || only.equalsIgnoreCase(mode.broker()))
            .filter(Mode::isAvailable)
            .toList();
    if (modes.isEmpty()) {
      throw new IllegalStateException(
          "The system tests need a Docker engine with Compose, or rabbitmq-server on this machine."
              + " On Debian and Ubuntu: apt-get install rabbitmq-server");
    }
    return modes;
  }

  private String broker() {
    return this == LOCAL ? "local" : "docker";
  }

  private boolean isAvailable() {
    return switch (this) {
      case LOCAL -> hasBroker() || canInstallBroker();
      case DOCKER, CLUSTER ->
          Machine.succeeds("docker", "info") && Machine.succeeds("docker", "compose", "version");
    };
  }

  private static boolean hasBroker() {
    return Stream.of(
            "rabbitmq-server", "/usr/sbin/rabbitmq-server", "/usr/lib/rabbitmq/bin/rabbitmq-server")
        .anyMatch(Machine::hasCommand);
  }

  /**
   * As {@code ./warren up --local} does: Debian's package, as root or by sudo without a password.
   */
  private static boolean canInstallBroker() {
    return Machine.hasCommand("apt-get")
        && ("root".equals(System.getProperty("user.name"))
            || Machine.succeeds("sudo", "-n", "true"));
  }
}
