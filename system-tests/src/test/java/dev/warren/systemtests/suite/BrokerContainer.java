package dev.warren.systemtests.suite;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A container of Compose. */
public final class BrokerContainer extends BrokerNode {

  private static final String NETWORKS =
      "{{range $name, $network := .NetworkSettings.Networks}}{{$name}} {{end}}";

  private final String container;
  private final String host;

  /**
   * A container that runs.
   *
   * @param host its name in the network
   */
  BrokerContainer(URI amqp, String container, String host) {
    super(amqp);
    this.container = container;
    this.host = host;
  }

  /** Takes it from the network, and returns what that is called: nobody hears of it any more. */
  public String cutOff() {
    String network = Machine.run("docker", "inspect", "-f", NETWORKS, container).output().strip();
    Machine.run("docker", "network", "disconnect", network, container).orThrow();
    return network;
  }

  /** Puts it back into its network; no matter whether it is in it. */
  public void rejoin(String network) {
    Machine.run("docker", "network", "connect", "--alias", host, network, container);
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
    List<String> line = new ArrayList<>(List.of("rabbitmqctl"));
    line.addAll(List.of(arguments));
    return run(line).orThrow();
  }

  /** Runs a command in it, whatever comes of it. */
  public Execution run(List<String> command) {
    List<String> line = new ArrayList<>(List.of("docker", "exec", container));
    line.addAll(command);
    return Machine.run(line.toArray(String[]::new));
  }

  @Override
  Execution launch() {
    return Machine.run("docker", "start", container);
  }
}
