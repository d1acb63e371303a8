package dev.warren.systemtests.interop;

import com.rabbitmq.client.Channel;
import dev.warren.systemtests.suite.Broker;
import dev.warren.systemtests.suite.RunningSuite;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the tutorials declare their queues: as they did for years, and as they do since quorum
 * queues.
 */
enum Generation {
  /** {@code hello} and {@code rpc_queue} transient, {@code task_queue} durable; no arguments. */
  OLD(false, null),
  /** All of them durable quorum queues. */
  CURRENT(true, "quorum");

  private final boolean durable;
  private final @Nullable String queueType;

  Generation(boolean durable, @Nullable String queueType) {
    this.durable = durable;
    this.queueType = queueType;
  }

  void declareHello(Channel channel) throws IOException {
    channel.queueDeclare("hello", durable, false, false, arguments());
  }

  void declareTaskQueue(Channel channel) throws IOException {
    channel.queueDeclare("task_queue", true, false, false, arguments());
  }

  void declareRpcQueue(Channel channel) throws IOException {
    channel.queueDeclare("rpc_queue", durable, false, false, arguments());
  }

  private @Nullable Map<String, Object> arguments() {
    return queueType == null ? null : Map.of("x-queue-type", queueType);
  }

  /**
   * Whether the broker takes these declarations; {@link DeclarationsIT} shows what it does else.
   */
  boolean isAcceptedBy(Broker broker) {
    return this == CURRENT || broker.hasRelaxedDeclarations();
  }

  /** The generations that can meet the running suite on its broker. */
  static Stream<Generation> accepted(RunningSuite suite) {
    return Arrays.stream(values()).filter(generation -> generation.isAcceptedBy(suite.broker()));
  }
}
