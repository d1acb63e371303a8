package dev.warren.systemtests.suite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The suite, started by {@code ./warren up} and looked at from outside only. */
public final class RunningSuite implements AutoCloseable {

  private final Mode mode;
  private final Launcher launcher;
  private @Nullable SuiteStatus status;

  private RunningSuite(Mode mode, Launcher launcher) {
    this.mode = mode;
    this.launcher = launcher;
  }

  /**
   * Starts the suite, and stops it again if that fails.
   *
   * @throws IllegalStateException with the launcher's output, if the suite does not start
   */
  static RunningSuite start(Mode mode) {
    Launcher launcher = new Launcher(SuiteEnvironment.of(mode));
    try {
      launcher.run(Launcher.START_LIMIT, "up", mode.option()).orThrow();
      return new RunningSuite(mode, launcher);
    } catch (RuntimeException e) {
      launcher.run(Launcher.COMMAND_LIMIT, "down", "--purge");
      throw e;
    }
  }

  public Mode mode() {
    return mode;
  }

  public Broker broker() {
    return new Broker(status().broker());
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

  /** What ran after the last {@link #warren} command or {@link #kill}. */
  private synchronized SuiteStatus status() {
    SuiteStatus known = status;
    if (known == null) {
      known = launcher.status();
      status = known;
    }
    return known;
  }

  private synchronized void forgetStatus() {
    status = null;
  }

  /** A new subscription of the log subscriber; quotes in the JSON may be single ones. */
  public Subscription subscribe(String json) {
    return Subscription.of(logSubscriber(), json.replace('\'', '"'));
  }

  /** Runs as many replicas of a service, and waits until they are ready. */
  public void scale(String service, int replicas) {
    warren("scale", service, Integer.toString(replicas)).orThrow();
  }

  /** Runs {@code ./warren} with these arguments against this suite. */
  public Execution warren(String... arguments) {
    Execution execution = launcher.run(Launcher.COMMAND_LIMIT, arguments);
    forgetStatus();
    return execution;
  }

  /** The end of the logs of a service's replicas. */
  public String logs(String service) {
    return launcher.run(Launcher.COMMAND_LIMIT, "logs", service).orThrow().output();
  }

  /** Ends a process or container at once, as {@code kill -9} does. */
  public void kill(SuiteMember member) {
    if (member.container() != null) {
      Machine.run("docker", "kill", member.container()).orThrow();
    } else if (member.pid() != null) {
      ProcessHandle.of(member.pid()).orElseThrow().destroyForcibly();
    }
    forgetStatus();
  }

  @Override
  public void close() {
    launcher.keepLogs();
    launcher.run(Launcher.COMMAND_LIMIT, "down", "--purge").orThrow();
  }
}
