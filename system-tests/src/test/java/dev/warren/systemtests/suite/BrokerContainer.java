package dev.warren.systemtests.suite;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A container of Compose. */
final class BrokerContainer extends BrokerNode {

  private final String container;

  BrokerContainer(URI amqp, String container) {
    super(amqp);
    this.container = container;
  }

  @Override
  public void kill() {
    Machine.run("docker", "kill", container).orThrow();
  }

  @Override
  public void freeze() {
    Machine.run("docker", "pause", container).orThrow();
  }

  @Override
  public void thaw() {
    Machine.run("docker", "unpause", container); // refused unless it is paused
  }

  @Override
  public Execution control(String... arguments) {
    List<String> line = new ArrayList<>(List.of("docker", "exec", container, "rabbitmqctl"));
    line.addAll(List.of(arguments));
    return Machine.run(line.toArray(String[]::new)).orThrow();
  }

  @Override
  Execution launch() {
    return Machine.run("docker", "start", container);
  }
}
