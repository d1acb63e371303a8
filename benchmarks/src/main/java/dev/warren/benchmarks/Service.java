package dev.warren.benchmarks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** One of Warren's services as its user runs it: the executable jar, in a process of its own. */
final class Service implements AutoCloseable {

  private static final long READY_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final ChildProcess process;
  private final URI base;
  private final HttpClient http = HttpClient.newHttpClient();

  private Service(ChildProcess process, int port) {
    this.process = process;
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  /** Starts a service on a free port and returns at once. */
  static Service start(String module, Map<String, String> settings) throws IOException {
    int port = freePort();
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("WARREN_PORT", String.valueOf(port));
    environment.put("WARREN_SECURITY_MODE", "open");
    environment.put(
        "WARREN_DATABASE_URL", "jdbc:h2:mem:bench;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    return new Service(ChildProcess.ofJar(jarOf(module), environment), port);
  }

  URI uri(String path) {
    return base.resolve(path);
  }

  /** Returns this when it is ready; if that fails, it is stopped. */
  Service awaitReady() throws IOException, InterruptedException, TimeoutException {
    try {
      untilReady();
    } catch (IOException | InterruptedException | TimeoutException | RuntimeException e) {
      close();
      throw e;
    }
    return this;
  }

  private void untilReady() throws IOException, InterruptedException, TimeoutException {
    long giveUp = System.nanoTime() + READY_NANOS;
    while (!isReady()) {
      process.requireAlive();
      if (System.nanoTime() - giveUp > 0) {
        throw new TimeoutException(base + " did not become ready");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** The value of a metric that has no tags of its own. */
  double metric(String name) throws IOException, InterruptedException {
    return samples(name, "")
        .findFirst()
        .orElseThrow(() -> new IOException(base + " has no metric " + name));
  }

  /** Bytes on the heap that are in use after a collection. */
  long heapAfterCollection() throws IOException, InterruptedException {
    process.collectGarbage();
    List<Double> parts = samples("jvm_memory_used_bytes", "area=\"heap\"").toList();
    if (parts.isEmpty()) {
      throw new IOException(base + " does not tell of its heap");
    }
    return (long) parts.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The values of a metric's samples that have this text in their tags. */
  private Stream<Double> samples(String name, String tag) throws IOException, InterruptedException {
    HttpRequest scrape = HttpRequest.newBuilder(uri("/actuator/prometheus")).build();
    return http.send(scrape, BodyHandlers.ofLines())
        .body()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .filter(line -> line.contains(tag))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))));
  }

  private boolean isReady() throws IOException, InterruptedException {
    HttpRequest probe = HttpRequest.newBuilder(uri("/actuator/health/readiness")).build();
    try {
      return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
    } catch (ConnectException e) {
      return false;
    }
  }

  private static Path jarOf(String module) throws IOException {
    Path target = Path.of(Broker.env("WARREN_ROOT", "."), module, "target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(
              file -> file.getFileName().toString().matches(module + "-[^-]+(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no jar in " + target + "; build it first"));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
