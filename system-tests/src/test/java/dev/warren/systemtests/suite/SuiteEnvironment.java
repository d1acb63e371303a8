package dev.warren.systemtests.suite;

import dev.warren.systemtests.sources.SourceTree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The environment variables that give a suite its own ports, data and speed. */
final class SuiteEnvironment {

  private static final List<String> PORTS =
      List.of(
          "WARREN_PRODUCER_PORT",
          "WARREN_WORKER_PORT",
          "WARREN_LOG_SUBSCRIBER_PORT",
          "WARREN_RPC_FIB_PORT",
          "WARREN_RABBITMQ_PORT",
          "WARREN_RABBITMQ_MANAGEMENT_PORT",
          "WARREN_PROMETHEUS_PORT",
          "WARREN_GRAFANA_PORT");

  private SuiteEnvironment() {}

  /** Of a suite that shares nothing with one of another name, in another mode or checkout. */
  static Map<String, String> of(Mode mode, String purpose) {
    String name = purpose + "-" + mode.name().toLowerCase(Locale.ROOT);
    Map<String, String> environment = new HashMap<>();
    environment.put("WARREN_HOME", home(name).toString());
    environment.put("WARREN_COMPOSE_PROJECT", "warren-" + name + "-" + checkout());
    environment.put("WARREN_SKIP_BUILD", "true"); // the reactor has just packaged the jars
    environment.put("WARREN_WORKER_DOT_DURATION", "100ms");
    // replicas that live for a minute: what the optimizing compiler makes would come too late
    environment.put("WARREN_JAVA_OPTS", "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    Iterator<Integer> ports = Machine.freePorts(PORTS.size()).iterator();
    PORTS.forEach(port -> environment.put(port, ports.next().toString()));
    return environment;
  }

  /** Two checkouts of the repository may be tested on one machine at the same time. */
  private static String checkout() {
    return Integer.toHexString(SourceTree.root().toString().hashCode());
  }

  private static Path home(String name) {
    return SourceTree.root().resolve("system-tests/target/warren").resolve(name);
  }
}
