package dev.warren.systemtests.suite;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The suite, started by {@code ./warren up} and looked at from outside only. */
public final class RunningSuite implements AutoCloseable {

  private final Mode mode;
  private final Launcher launcher;
  private @Nullable SuiteStatus status;

  RunningSuite(Mode mode, Launcher launcher) {
    this.mode = mode;
    this.launcher = launcher;
  }

  /**
   * Starts the suite, and stops it again if that fails.
   *
   * @throws IllegalStateException with the launcher's output, if the suite does not start
   */
  static RunningSuite start(Mode mode) {
    return start(mode, "system-tests", Map.of());
  }

  /**
   * Starts a suite beside those of other purposes, with settings of its own.
   *
   * @throws IllegalStateException with the launcher's output, if the suite does not start
   */
  public static RunningSuite start(Mode mode, String purpose, Map<String, String> settings) {
    Map<String, String> environment = SuiteEnvironment.of(mode, purpose);
    environment.putAll(settings);
    Launcher launcher = new Launcher(environment);
    try {
      launcher.run(Launcher.START_LIMIT, "up", mode.option()).orThrow();
      return new RunningSuite(mode, launcher);
    } catch (RuntimeException e) {
      launcher.run(Launcher.COMMAND_LIMIT, "down", "--purge");
      throw e;
    }
  }

  /**
   * The suite that {@code WARREN_HOME} names, which somebody else has started. Not to be closed.
   */
  public static RunningSuite attached() {
    Launcher launcher = Launcher.ofCaller();
    boolean isLocal = launcher.status().broker().container() == null;
    return new RunningSuite(isLocal ? Mode.LOCAL : Mode.DOCKER, launcher);
  }

  public Mode mode() {
    return mode;
  }

  public Broker broker() {
    return new Broker(status().broker());
  }

  /** What runs the broker, to be broken. */
  public BrokerNode brokerNode() {
    return BrokerNode.of(status().broker(), launcher.home().resolve("broker"));
  }

  /** One of its nodes, by its name in the cluster, such as {@code rabbit@rabbitmq-2}. */
  public BrokerContainer brokerNode(String name) {
    return BrokerNode.of(status().broker(), name);
  }

  /** All its nodes, if it has several. */
  public List<BrokerContainer> brokerNodes() {
    return status().broker().nodes().stream().map(node -> brokerNode("@" + node.node())).toList();
  }

  /** All that it consists of now, to be ended and started again. */
  public SuiteParts parts() {
    return new SuiteParts(this, launcher);
  }

  /** Where the processes have their data and logs. */
  public Path home() {
    return launcher.home();
  }

  /** Where a service is reached, however many replicas it has. */
  public URI entrance(String service) {
    return Objects.requireNonNull(status().entrances().get(service + "-service"), service);
  }

  /** The Prometheus that watches, with Docker. */
  public Prometheus prometheus() {
    return status().watchers().stream()
        .filter(watcher -> watcher.service().equals("prometheus"))
        .map(Prometheus::new)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Prometheus runs"));
  }

  /** The producer; the first of its replicas. */
  public RestClient producer() {
    return members("producer").get(0).client();
  }

  /** The log subscriber; the first of its replicas. */
  public RestClient logSubscriber() {
    return members("log-subscriber").get(0).client();
  }

  /** Every replica of a service, such as {@code worker}. */
  public List<RestClient> replicas(String service) {
    return members(service).stream().map(SuiteMember::client).toList();
  }

  /** Every process or container of a service, such as {@code worker}. */
  public List<SuiteMember> members(String service) {
    return status().services().stream()
        .filter(member -> member.service().equals(service + "-service"))
        .toList();
  }

  /** Whether all services are ready at this moment. */
  public boolean isReady() {
    forgetStatus();
    return status().services().stream().allMatch(SuiteMember::isReady);
  }

  /** What ran after the last {@link #warren} command or {@link #kill}. */
  synchronized SuiteStatus status() {
    if (status == null) {
      status = launcher.status();
    }
    return status;
  }

  synchronized void forgetStatus() {
    status = null;
  }

  /** A new subscription of the log subscriber; quotes in the JSON may be single ones. */
  public Subscription subscribe(String json) {
    return Subscription.of(logSubscriber(), json.replace('\'', '"'));
  }

  /** Runs as many replicas of a service, and waits until they are ready. */
  public void scale(String service, int replicas) {
    warren(Launcher.START_LIMIT, "scale", service, Integer.toString(replicas)).orThrow();
  }

  /** Runs {@code ./warren} with these arguments against this suite. */
  public Execution warren(String... arguments) {
    return warren(Launcher.COMMAND_LIMIT, arguments);
  }

  private Execution warren(Duration limit, String... arguments) {
    Execution execution = launcher.run(limit, arguments);
    forgetStatus();
    return execution;
  }

  /** The end of the logs of a service's replicas. */
  public String logs(String service) {
    return launcher.run(Launcher.COMMAND_LIMIT, "logs", service).orThrow().output();
  }

  /** Ends a process or container at once, as {@code kill -9} does. */
  public void kill(SuiteMember member) {
    member.kill();
    forgetStatus();
  }

  /** Asks a process or container to end, as SIGTERM does, and returns when it has. */
  public void terminate(SuiteMember member) {
    member.terminate();
    forgetStatus();
  }

  /** Stops a process or container in its tracks, as SIGSTOP does, until {@link #thaw}. */
  public void freeze(SuiteMember member) {
    member.signal("STOP", "pause");
  }

  /** Lets it go on. */
  public void thaw(SuiteMember member) {
    member.signal("CONT", "unpause");
  }

  @Override
  public void close() {
    launcher.keepLogs();
    launcher.run(Launcher.COMMAND_LIMIT, "down", "--purge").orThrow();
  }
}
