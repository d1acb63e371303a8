package dev.warren.systemtests.suite;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What runs, as {@code ./warren status --json} tells.
 *
 * @param broker the broker
 * @param entrances where each service is reached, however many replicas it has
 * @param services every process or container of a service
 * @param others what the services stand on besides the broker; nothing without Docker
 * @param watchers what watches them; nothing without Docker
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SuiteStatus(
    BrokerStatus broker,
    Map<String, @Nullable URI> entrances,
    List<SuiteMember> services,
    List<Other> others,
    List<Watcher> watchers) {

  /**
   * The database or the front door.
   *
   * @param service which of them
   * @param container its container; absent unless there is one
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Other(String service, @Nullable String container) {}

  /**
   * Prometheus or Grafana.
   *
   * @param service which of them
   * @param url its address; absent unless it runs
   * @param container its container
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Watcher(String service, @Nullable URI url, @Nullable String container) {}

  /**
   * The broker.
   *
   * @param version its version, such as {@code 4.3.6}; absent unless it answers
   * @param amqp its AMQP address; absent unless it runs
   * @param management the address of its management plugin; absent unless it runs
   * @param container the container; absent for a process
   * @param nodes its nodes, if it has several
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record BrokerStatus(
      @Nullable String version,
      @Nullable URI amqp,
      @Nullable URI management,
      @Nullable String container,
      List<Node> nodes) {}

  /**
   * A node of a cluster.
   *
   * @param node the name of its host, such as {@code rabbitmq-2}
   * @param container the container
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Node(String node, String container) {}
}
