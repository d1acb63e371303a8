package dev.warren.systemtests.faults.catalogue;

import dev.warren.systemtests.faults.lab.Lab;
import dev.warren.systemtests.faults.lab.TaskFault;
import dev.warren.systemtests.suite.DemoSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The broker refuses the services for a while, as while a password is changed. */
final class CredentialsRevoked extends TaskFault {

  private static final List<String> USERS = List.of("producer", "worker");

  @Override
  public String name() {
    return "credentials-revoked";
  }

  @Override
  public String expectation() {
    return "Producer and worker have wrong passwords for 15 s, five times, and their connections are"
        + " closed. They come back without a restart when the passwords are right again.";
  }

  @Override
  protected int rounds() {
    return 5;
  }

  @Override
  protected Duration lasts() {
    return Duration.ofSeconds(15);
  }

  @Override
  protected int duplicatesOfARound() {
    return workers() * Lab.CONSUMERS * Lab.PREFETCH;
  }

  @Override
  protected void inject(Lab lab) {
    USERS.forEach(user -> changePassword(lab, user, "revoked"));
    lab.suite().brokerNode().control("close_all_connections", "the fault lab");
  }

  @Override
  protected Instant undo(Lab lab) {
    USERS.forEach(user -> changePassword(lab, user, DemoSecrets.passwordOf(user)));
    return Instant.now();
  }

  private static void changePassword(Lab lab, String user, String password) {
    lab.suite().brokerNode().control("change_password", user, password);
  }
}
