package dev.warren.testkit;

import com.rabbitmq.client.Connection;
import dev.warren.testkit.management.ManagementClient;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The broker that this JVM's tests share.
 *
 * <p>Looked for in this order: {@code WARREN_TEST_AMQP_URI} (with {@code
 * WARREN_TEST_MANAGEMENT_URI}, by default port 15672 of the same host); the pinned Docker image; a
 * {@code rabbitmq-server} of the machine, started as a private node. {@code
 * WARREN_TEST_BROKER=docker} or {@code local} allows only that one. What was started here is
 * stopped when the tests are over.
 *
 * @see <a href="https://www.rabbitmq.com/docs/download">Installing RabbitMQ</a>
 */
public final class TestBroker {

  private static @Nullable TestBroker instance;
  private static @Nullable String failure;

  private final RunningBroker broker;
  private final ManagementClient management;
  private final BrokerVersion version;
  private final Queue<Runnable> beforeStop = new ConcurrentLinkedQueue<>();

  private TestBroker(RunningBroker broker) {
    this.broker = broker;
    this.management = new ManagementClient(broker.managementUri(), username(), password());
    this.version = BrokerVersion.parse(management.awaitVersion());
  }

  /**
   * The broker, started on the first call; later calls answer alike, also after a failure.
   *
   * @throws NoTestBrokerException if there is none; its message says what to install
   */
  public static synchronized TestBroker get() {
    if (failure != null) {
      throw new IllegalStateException("No test broker, as before: " + failure);
    }
    if (instance == null) {
      instance = start();
    }
    return instance;
  }

  private static TestBroker start() {
    try {
      return new TestBroker(BrokerFinder.in(System.getenv()).find());
    } catch (RuntimeException e) {
      failure = e.getMessage();
      throw e;
    }
  }

  static synchronized void stop() {
    TestBroker stopping = instance;
    instance = null;
    if (stopping != null) {
      stopping.beforeStop.forEach(Runnable::run);
      stopping.broker.stop().run();
    }
  }

  /** Has a user of the broker closed before the broker stops, so that it does not see it vanish. */
  public void beforeStop(Runnable action) {
    beforeStop.add(action);
  }

  /** Where clients connect, with user and password and without a virtual host. */
  public URI amqpUri() {
    return broker.amqpUri();
  }

  public String host() {
    return amqpUri().getHost();
  }

  public int port() {
    int port = amqpUri().getPort();
    return port == -1 ? 5672 : port;
  }

  public String username() {
    return userInfo()[0];
  }

  public String password() {
    return userInfo()[1];
  }

  private String[] userInfo() {
    String userInfo = amqpUri().getUserInfo();
    return userInfo == null ? new String[] {"guest", "guest"} : userInfo.split(":", 2);
  }

  public URI managementUri() {
    return broker.managementUri();
  }

  public ManagementClient management() {
    return management;
  }

  public BrokerVersion version() {
    return version;
  }

  /** Whether the broker is of the given version or a later one. */
  public boolean atLeast(int major, int minor) {
    return version.atLeast(major, minor);
  }

  /** Opens a plain connection to the default virtual host; the caller closes it. */
  public Connection connect() {
    return RawConnections.open(this, "/");
  }
}
