package dev.warren.systemtests.suite;

import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.suite.SuiteStatus.BrokerStatus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The process or container that the broker is, as whoever administers it sees it. */
public abstract sealed class BrokerNode permits BrokerContainer, BrokerProcess {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private static final String CONFIGURED_DISK_LIMIT =
      "{ok, Limit} = application:get_env(rabbit, disk_free_limit),"
          + " rabbit_disk_monitor:set_disk_free_limit(Limit).";

  private final URI amqp;

  BrokerNode(URI amqp) {
    this.amqp = amqp;
  }

  static BrokerNode of(BrokerStatus status, Path folder) {
    URI amqp = Objects.requireNonNull(status.amqp(), "the broker does not run");
    URI management = Objects.requireNonNull(status.management(), "no management URL");
    return status.container() == null
        ? new BrokerProcess(amqp, management, folder)
        : new BrokerContainer(amqp, status.container(), "rabbitmq");
  }

  /** One of several, by the name that it has among them, such as {@code rabbit@rabbitmq-2}. */
  static BrokerContainer of(BrokerStatus status, String name) {
    URI amqp = Objects.requireNonNull(status.amqp(), "the broker does not run");
    return status.nodes().stream()
        .filter(node -> name.endsWith("@" + node.node()))
        .findFirst()
        .map(node -> new BrokerContainer(amqp, node.container(), node.node()))
        .orElseThrow(() -> new IllegalStateException("there is no node " + name));
  }

  /** Ends it at once, as {@code kill -9} does, and returns when it has ended. */
  public abstract void kill();

  /** Stops it in its tracks, as SIGSTOP does. */
  public abstract void freeze();

  /** Lets it go on; no matter whether it was frozen. */
  public abstract void thaw();

  /** Runs {@code rabbitmqctl} on it. */
  public abstract Execution control(String... arguments);

  /** Has it block everybody who publishes, as it does when its disk is nearly full. */
  public void raiseDiskAlarm() {
    control("set_disk_free_limit", "1000000GB");
  }

  /** Has it want as much free space as it is configured to; no matter whether there is an alarm. */
  public void clearDiskAlarm() {
    control("eval", CONFIGURED_DISK_LIMIT);
  }

  /** Starts it in whatever way it is started, with the data that it had. */
  abstract Execution launch();

  /** Starts it and returns the moment at which it took a connection again. */
  public Instant start() {
    CompletableFuture<Instant> listening = CompletableFuture.supplyAsync(this::firstConnection);
    launch().orThrow();
    return listening.join();
  }

  private Instant firstConnection() {
    await("the broker listens")
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .until(this::listens);
    return Instant.now();
  }

  /** Whether it takes a connection. */
  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(amqp.getHost(), amqp.getPort()), 1_000);
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write(new byte[] {'A', 'M', 'Q', 'P', 0, 0, 9, 1});
      return socket.getInputStream().read() == 1; // a method frame: connection.start
    } catch (IOException e) {
      return false;
    }
  }
}
