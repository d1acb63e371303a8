package dev.warren.testkit.management;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The management API, as far as tests need it.
 *
 * @see <a href="https://www.rabbitmq.com/docs/http-api-reference">HTTP API Reference</a>
 */
public final class ManagementClient {

  private static final Duration START = Duration.ofSeconds(30);

  /** A broker writes an empty object as an empty array here and there. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final ManagementHttp http;

  public ManagementClient(URI base, String username, String password) {
    this.http = new ManagementHttp(base, username, password);
  }

  /** The broker's version as it reports it. */
  public String version() {
    return JSON.readTree(required(http.get("overview")).body()).path("rabbitmq_version").asString();
  }

  /** Waits up to 30 s for the API to answer, as it starts after AMQP does. */
  public String awaitVersion() {
    return Awaitility.await("the management API")
        .atMost(START)
        .pollDelay(Duration.ZERO)
        .ignoreExceptions()
        .until(this::version, version -> !version.isEmpty());
  }

  /** Creates a virtual host with the broker's default queue type. */
  public void createVhost(String vhost) {
    http.change("PUT", "{}", "vhosts", vhost);
  }

  /** Creates a virtual host with a default queue type of its own; needs RabbitMQ 4.0. */
  public void createVhost(String vhost, String defaultQueueType) {
    String body = JSON.writeValueAsString(Map.of("default_queue_type", defaultQueueType));
    http.change("PUT", body, "vhosts", vhost);
  }

  public void deleteVhost(String vhost) {
    http.change("DELETE", "", "vhosts", vhost);
  }

  /** The names of all virtual hosts. */
  public List<String> vhosts() {
    return list(VhostInfo.class, "vhosts").stream().map(VhostInfo::name).toList();
  }

  /** Creates a user without permissions, or changes its password. */
  public void createUser(String user, String password) {
    String body = JSON.writeValueAsString(Map.of("password", password, "tags", ""));
    http.change("PUT", body, "users", user);
  }

  public void deleteUser(String user) {
    http.change("DELETE", "", "users", user);
  }

  /**
   * Sets how many connections a user may have; -1 is any number.
   *
   * @see <a href="https://www.rabbitmq.com/docs/user-limits">Limits of a user</a>
   */
  public void limitConnectionsOfUser(String user, int most) {
    http.change("PUT", limit(most), "user-limits", user, "max-connections");
  }

  /** Sets how many connections there may be to a virtual host; -1 is any number. */
  public void limitConnectionsTo(String vhost, int most) {
    http.change("PUT", limit(most), "vhost-limits", vhost, "max-connections");
  }

  private static String limit(int most) {
    return JSON.writeValueAsString(Map.of("value", most));
  }

  /** Lets the user configure, write and read everything in the virtual host. */
  public void grantAll(String vhost, String user) {
    String body = JSON.writeValueAsString(Map.of("configure", ".*", "write", ".*", "read", ".*"));
    http.change("PUT", body, "permissions", vhost, user);
  }

  /** Adds queues, exchanges, bindings and policies, written without a vhost, to the given one. */
  public void importDefinitions(String vhost, String definitions) {
    http.change("POST", definitions, "definitions", vhost);
  }

  /**
   * Sets a policy for queues of exactly this name, over every policy of the definitions.
   *
   * @param policy the policy's name
   * @param definition such as {@code max-length} to 5
   * @see <a href="https://www.rabbitmq.com/docs/policies">Policies</a>
   */
  public void setPolicy(String vhost, String policy, String queue, Map<String, ?> definition) {
    Map<String, Object> body =
        Map.of(
            "pattern",
            "^" + Pattern.quote(queue) + "$",
            "apply-to",
            "queues",
            "priority",
            100,
            "definition",
            definition);
    http.change("PUT", JSON.writeValueAsString(body), "policies", vhost, policy);
  }

  public void deletePolicy(String vhost, String policy) {
    http.change("DELETE", "", "policies", vhost, policy);
  }

  public Optional<QueueInfo> queue(String vhost, String queue) {
    return find(QueueInfo.class, "queues", vhost, queue);
  }

  public Optional<ExchangeInfo> exchange(String vhost, String exchange) {
    return find(ExchangeInfo.class, "exchanges", vhost, exchange);
  }

  /** The bindings of an exchange to what it routes to. */
  public List<BindingInfo> bindingsFrom(String vhost, String exchange) {
    return list(BindingInfo.class, "exchanges", vhost, exchange, "bindings", "source");
  }

  private record VhostInfo(String name) {}

  /** The clients' connections; one appears here some seconds after it was opened. */
  public List<ConnectionInfo> connections(String vhost) {
    return list(ConnectionInfo.class, "vhosts", vhost, "connections");
  }

  /** Has the broker close a client's connection, as an operator would. */
  public void closeConnection(ConnectionInfo connection) {
    http.change("DELETE", "", "connections", connection.name());
  }

  private <T> Optional<T> find(Class<T> type, String... segments) {
    HttpResponse<String> response = http.get(segments);
    return response.statusCode() == 404
        ? Optional.empty()
        : Optional.of(JSON.readValue(required(response).body(), type));
  }

  private <T> List<T> list(Class<T> type, String... segments) {
    JavaType listOfType = JSON.getTypeFactory().constructCollectionType(List.class, type);
    return JSON.readValue(required(http.get(segments)).body(), listOfType);
  }

  private static HttpResponse<String> required(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "%s answered %d: %s"
              .formatted(response.request(), response.statusCode(), response.body()));
    }
    return response;
  }
}
