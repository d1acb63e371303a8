package dev.warren.systemtests.suite;

import java.util.List;

/** The suite, started by {@code ./warren up} and looked at from outside only. */
public final class RunningSuite implements AutoCloseable {

  private final Mode mode;
  private final Launcher launcher;
  private final Broker broker;

  private RunningSuite(Mode mode, Launcher launcher, Broker broker) {
    this.mode = mode;
    this.launcher = launcher;
    this.broker = broker;
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
      return new RunningSuite(mode, launcher, new Broker(only(launcher, "broker")));
    } catch (RuntimeException e) {
      launcher.run(Launcher.COMMAND_LIMIT, "down", "--purge");
      throw e;
    }
  }

  public Mode mode() {
    return mode;
  }

  public Broker broker() {
    return broker;
  }

  /** The producer; the first of its replicas. */
  public RestClient producer() {
    return client("producer");
  }

  /** The worker; the first of its replicas. */
  public RestClient worker() {
    return client("worker");
  }

  /** The log subscriber; the first of its replicas. */
  public RestClient logSubscriber() {
    return client("log-subscriber");
  }

  /** The Fibonacci server; the first of its replicas. */
  public RestClient rpcFib() {
    return client("rpc-fib");
  }

  private RestClient client(String service) {
    return new RestClient(members(service).get(0).requireUrl());
  }

  /** Every replica of a service. */
  public List<RestClient> replicas(String service) {
    return members(service).stream().map(SuiteMember::requireUrl).map(RestClient::new).toList();
  }

  /** Every process or container of a service. */
  public List<SuiteMember> members(String service) {
    return launcher.members().stream().filter(member -> member.service().equals(service)).toList();
  }

  private static SuiteMember only(Launcher launcher, String service) {
    return launcher.members().stream()
        .filter(member -> member.service().equals(service))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + service + " runs"));
  }

  /** Runs as many replicas of a service, and waits until they are ready. */
  public void scale(String service, int replicas) {
    warren("scale", service, Integer.toString(replicas)).orThrow();
  }

  /** Runs {@code ./warren} with these arguments against this suite. */
  public Execution warren(String... arguments) {
    return launcher.run(Launcher.COMMAND_LIMIT, arguments);
  }

  /** Ends a process or container at once, as {@code kill -9} does. */
  public void kill(SuiteMember member) {
    String container = member.container();
    Long pid = member.pid();
    if (container != null) {
      Machine.run("docker", "kill", container).orThrow();
    } else if (pid != null) {
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    } else {
      throw new IllegalStateException("no process and no container: " + member);
    }
  }

  @Override
  public void close() {
    launcher.run(Launcher.COMMAND_LIMIT, "down", "--purge").orThrow();
  }
}
