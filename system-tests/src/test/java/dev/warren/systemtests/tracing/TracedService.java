package dev.warren.systemtests.tracing;

import dev.warren.systemtests.sources.Jars;
import dev.warren.systemtests.sources.SourceTree;
import dev.warren.testkit.TestVhost;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A service's jar in a process of its own, with tracing on. */
record TracedService(Process process, int port) implements AutoCloseable {

  static TracedService start(String module, TestVhost vhost, SpanCollector collector)
      throws IOException {
    int port = freePort();
    List<String> settings = new ArrayList<>(vhost.springSettings());
    settings.add("server.port=" + port);
    settings.add("warren.security.mode=open");
    settings.add("warren.tracing.enabled=true");
    settings.add("warren.worker.dot-duration=1ms");
    settings.add("management.opentelemetry.tracing.export.otlp.endpoint=" + collector.endpoint());
    settings.add("management.opentelemetry.tracing.export.schedule-delay=100ms");
    settings.add("spring.datasource.url=jdbc:h2:mem:traced;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    Path target = SourceTree.root().resolve(module).resolve("target");
    // three of them start at once, and none lives for long
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Jars.of(module).toString()));
    settings.forEach(setting -> command.add("--" + setting));
    Path log = target.resolve("traced.log");
    return new TracedService(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
        port);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
