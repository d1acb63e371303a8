package dev.warren.systemtests.suite;

import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.suite.SuiteStatus.Other;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All processes or containers of a suite, the broker's included. */
public final class SuiteParts {

  private static final String BROKER = "rabbitmq";
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final RunningSuite suite;
  private final Launcher launcher;
  private final BrokerNode broker;
  private final List<SuiteMember> members;
  private final List<Other> others;

  SuiteParts(RunningSuite suite, Launcher launcher) {
    this.suite = suite;
    this.launcher = launcher;
    this.broker = suite.brokerNode();
    this.members = suite.status().services();
    this.others =
        suite.status().others().stream().filter(other -> other.container() != null).toList();
  }

  /** Ends all at once, as {@code kill -9} does. */
  public void kill() {
    members.forEach(SuiteMember::kill);
    others.forEach(other -> docker("kill", other));
    broker.kill();
    suite.forgetStatus();
  }

  /**
   * Starts a part again, and returns since when the broker takes a connection, or every replica of
   * a service answers HTTP. Nothing happens if this suite has no such part.
   *
   * @param part {@code rabbitmq}, a service like {@code worker}, or {@code postgres} or {@code
   *     front-door}
   */
  public Instant start(String part) {
    if (part.equals(BROKER)) {
      return broker.start();
    }
    if (of(part).findAny().isPresent()) {
      of(part).forEach(this::start);
      await(part + " answers").atMost(LIMIT).pollInterval(POLL).until(() -> answers(part));
    } else {
      others.stream()
          .filter(other -> other.service().equals(part))
          .forEach(other -> docker("start", other));
    }
    return Instant.now();
  }

  /** Waits until every service is ready, and starts none of them. */
  public void awaitReady() {
    await("every service is ready").atMost(LIMIT).pollInterval(POLL).until(suite::isReady);
  }

  private Stream<SuiteMember> of(String service) {
    return members.stream().filter(member -> member.service().equals(service + "-service"));
  }

  private void start(SuiteMember member) {
    if (member.container() == null) {
      launcher.startReplica(member.service() + "-" + member.replica());
    } else {
      member.startAgain();
    }
  }

  private boolean answers(String service) {
    suite.forgetStatus();
    return suite.members(service).stream().allMatch(SuiteMember::answers);
  }

  private static void docker(String command, Other other) {
    Machine.run("docker", command, Objects.requireNonNull(other.container())).orThrow();
  }
}
