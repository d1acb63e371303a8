package dev.warren.testkit;

import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A broker of one test's own, for what would disturb all others on the {@link TestBroker}. It is
 * found in the same way, but is never the one that {@code WARREN_TEST_AMQP_URI} names.
 */
public final class OwnBroker implements AutoCloseable {

  private final RunningBroker broker;
  private final Deque<SparePort> sparePorts;

  private OwnBroker(RunningBroker broker) {
    this.broker = broker;
    this.sparePorts = new ArrayDeque<>(broker.sparePorts());
  }

  /**
   * Starts one.
   *
   * @throws NoTestBrokerException if there is none to start
   */
  public static OwnBroker start() {
    return new OwnBroker(BrokerFinder.ownIn(System.getenv()).find());
  }

  /** Points a Spring Boot application here. */
  public List<String> springSettings() {
    return List.of(
        "spring.rabbitmq.host=" + broker.amqpUri().getHost(),
        "spring.rabbitmq.port=" + broker.amqpUri().getPort());
  }

  /**
   * Has the broker block everybody who publishes, as it does when it lacks memory.
   *
   * @see <a href="https://www.rabbitmq.com/docs/alarms">Memory and disk alarms</a>
   */
  public void raiseMemoryAlarm() throws IOException, InterruptedException {
    broker.ctl().run("set_vm_memory_high_watermark", "0.000001");
  }

  /** Has it take messages again. */
  public void clearMemoryAlarm() throws IOException, InterruptedException {
    broker.ctl().run("set_vm_memory_high_watermark", "0.6");
  }

  /** Has the broker block everybody who publishes, as it does when its disk is nearly full. */
  public void raiseDiskAlarm() throws IOException, InterruptedException {
    broker.ctl().run("set_disk_free_limit", "1000000GB");
  }

  /** Has it take messages again. */
  public void clearDiskAlarm() throws IOException, InterruptedException {
    broker.ctl().run("set_disk_free_limit", "1MB");
  }

  /**
   * Sets how long the broker waits before it tries again to deliver a dead letter that its queue
   * has not taken; 3 min otherwise. Holds for queues that are declared afterwards.
   *
   * @see <a href="https://www.rabbitmq.com/docs/quorum-queues#dead-lettering">At-least-once dead
   *     lettering</a>
   */
  public void retryDeadLettersAfter(Duration delay) throws IOException, InterruptedException {
    broker
        .ctl()
        .run(
            "eval",
            "application:set_env(rabbit, dead_letter_worker_publisher_confirm_timeout, %d)."
                .formatted(delay.toMillis()));
  }

  /** The name or address under which tests reach it. */
  public String host() {
    return broker.amqpUri().getHost();
  }

  /**
   * Has it take connections with TLS as well, and returns the port. At most three times.
   *
   * @see <a href="https://www.rabbitmq.com/docs/ssl">TLS support</a>
   */
  public int listenWithTls(ServerCertificate certificate) throws IOException, InterruptedException {
    SparePort port = sparePorts.remove();
    broker.ctl().run("eval", certificate.listener(port.address(), port.inside()));
    return port.outside();
  }

  /** Opens a plain connection, which the caller closes. */
  public Connection connect() {
    return RawConnections.open(broker.amqpUri());
  }

  @Override
  public void close() {
    broker.stop().run();
  }
}
