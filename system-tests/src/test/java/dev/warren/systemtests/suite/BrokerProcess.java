package dev.warren.systemtests.suite;

import static org.awaitility.Awaitility.await;

import dev.warren.systemtests.sources.SourceTree;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A private node of this machine's {@code rabbitmq-server}. */
final class BrokerProcess extends BrokerNode {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final URI amqp;
  private final URI management;
  private final Path folder;

  BrokerProcess(URI amqp, URI management, Path folder) {
    super(amqp);
    this.amqp = amqp;
    this.management = management;
    this.folder = folder;
  }

  @Override
  public void kill() {
    signal("KILL");
    await("the broker has ended")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> node("status").exitCode() != 0);
  }

  @Override
  public void freeze() {
    signal("STOP");
  }

  @Override
  public void thaw() {
    signal("CONT");
  }

  @Override
  public Execution control(String... arguments) {
    return node("ctl", arguments).orThrow();
  }

  @Override
  Execution launch() {
    return node("start", Integer.toString(amqp.getPort()), Integer.toString(management.getPort()));
  }

  private void signal(String signal) {
    String pid = SourceTree.read(folder.resolve("rabbitmq.pid")).strip();
    Machine.run("kill", "-" + signal, pid).orThrow();
  }

  private Execution node(String command, String... arguments) {
    Path root = SourceTree.root();
    List<String> line =
        new ArrayList<>(
            List.of(root.resolve("broker/local-node.sh").toString(), command, folder.toString()));
    line.addAll(List.of(arguments));
    return Execution.run(line, Map.of(), root, LIMIT);
  }
}
