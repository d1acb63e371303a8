package dev.warren.testkit;

import com.rabbitmq.client.Connection;
import dev.warren.testkit.management.ManagementClient;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A virtual host of a test's own on the shared broker, with the queues and policies of {@code
 * broker/definitions.json}. The contract's fixed names (such as {@code task_queue}) are thereby
 * unique per test.
 *
 * @see <a href="https://www.rabbitmq.com/docs/vhosts">Virtual Hosts</a>
 */
public final class TestVhost implements AutoCloseable {

  private final TestBroker broker;
  private final String name;

  private TestVhost(TestBroker broker, String name) {
    this.broker = broker;
    this.name = name;
  }

  /** Creates one whose name begins with the given text and is unique. */
  public static TestVhost create(String baseName) {
    String suffix = UUID.randomUUID().toString().substring(0, 8);
    TestVhost vhost = new TestVhost(TestBroker.get(), baseName + "." + suffix);
    vhost.create();
    return vhost;
  }

  private void create() {
    ManagementClient management = broker.management();
    if (broker.atLeast(4, 0)) {
      management.createVhost(name, "quorum");
    } else {
      management.createVhost(name);
    }
    management.grantAll(name, broker.username());
    VhostDefinitions.fromRepository(broker.version())
        .forEach(definitions -> management.importDefinitions(name, definitions));
  }

  public String name() {
    return name;
  }

  public TestBroker broker() {
    return broker;
  }

  /** Where clients connect to this virtual host, with user and password. */
  public URI amqpUri() {
    String path = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return broker.amqpUri().resolve("/" + path);
  }

  /** Points a Spring Boot application here: {@code spring.rabbitmq.host=...} and so on. */
  public List<String> springSettings() {
    return springSettings(broker.host(), broker.port());
  }

  /** The same for an application that reaches the broker through the relay. */
  public List<String> springSettings(Relay relay) {
    return springSettings(relay.host(), relay.port());
  }

  private List<String> springSettings(String host, int port) {
    return List.of(
        "spring.rabbitmq.host=" + host,
        "spring.rabbitmq.port=" + port,
        "spring.rabbitmq.username=" + broker.username(),
        "spring.rabbitmq.password=" + broker.password(),
        "spring.rabbitmq.virtual-host=" + name);
  }

  /** Opens a plain connection, which the caller closes. */
  public Connection connect() {
    return RawConnections.open(broker, name);
  }

  /** Deletes the virtual host and all that is in it; the broker closes what is still connected. */
  @Override
  public void close() {
    broker.management().deleteVhost(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
