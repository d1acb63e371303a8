package dev.warren.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.testcontainers.utility.MountableFile;

/** The pinned image in a container, configured by the same files as every other broker here. */
final class DockerBroker implements BrokerWay {

  /** The newest patch of the series that this suite is built for. */
  static final String IMAGE = "rabbitmq:4.3-management";

  private static final int FIRST_SPARE_PORT = 5680;
  private static final int READABLE_BY_ALL = 0644;

  @Override
  public String name() {
    return "Docker";
  }

  @Override
  public RunningBroker start() throws UnavailableException {
    DockerImages.require(IMAGE);
    RabbitMQContainer container = configured(new RabbitMQContainer(IMAGE));
    Integer[] spare =
        IntStream.range(0, RunningBroker.SPARE_PORTS)
            .mapToObj(number -> FIRST_SPARE_PORT + number)
            .toArray(Integer[]::new);
    container.addExposedPorts(Stream.of(spare).mapToInt(Integer::intValue).toArray());
    container.start();
    return RunningBroker.onGuestAccount(
        container.getHost(),
        container.getAmqpPort(),
        container.getHttpPort(),
        Stream.of(spare)
            .map(port -> new SparePort("0.0.0.0", port, container.getMappedPort(port)))
            .toList(),
        container::stop,
        arguments -> ctl(container, arguments));
  }

  private static void ctl(RabbitMQContainer container, String... arguments)
      throws IOException, InterruptedException {
    String[] command =
        Stream.concat(Stream.of("rabbitmqctl"), Stream.of(arguments)).toArray(String[]::new);
    ExecResult result = container.execInContainer(command);
    if (result.getExitCode() != 0) {
      throw new IOException(result.toString());
    }
  }

  private static RabbitMQContainer configured(RabbitMQContainer container) {
    Path broker = RepositoryRoot.find().resolve("broker");
    copy(container, broker, "rabbitmq.conf", "rabbitmq.conf");
    copy(container, broker, "conf.d/40-quorum-defaults.conf", "conf.d/40-quorum-defaults.conf");
    copy(container, broker, "demo/90-demo.conf", "conf.d/90-demo.conf");
    copy(container, broker, "definitions.json", "definitions.d/10-warren.json");
    copy(container, broker, "definitions-4.0.json", "definitions.d/20-warren-4.0.json");
    copy(container, broker, "definitions-4.3.json", "definitions.d/20-warren-4.3.json");
    copy(container, broker, "demo/definitions.json", "definitions.d/90-demo.json");
    copy(container, broker, "enabled_plugins", "enabled_plugins");
    return container;
  }

  private static void copy(RabbitMQContainer container, Path broker, String file, String target) {
    container.withCopyFileToContainer(
        MountableFile.forHostPath(broker.resolve(file), READABLE_BY_ALL),
        "/etc/rabbitmq/" + target);
  }
}
