package dev.warren.systemtests.faults.lab;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DeliverCallback;
import dev.warren.contracts.Rpc;
import dev.warren.systemtests.suite.Broker;
import java.io.IOException;

/** A foreign RPC server that takes whatever is asked and says nothing. */
public final class MuteServer implements AutoCloseable {

  private static final DeliverCallback SILENCE = (tag, request) -> {};

  private final Connection connection;

  private MuteServer(Connection connection) {
    this.connection = connection;
  }

  /** Starts one; its requests are acknowledged as they come. */
  public static MuteServer start(Broker broker) {
    Connection connection = broker.connect();
    try {
      Channel channel = connection.openChannel().orElseThrow();
      channel.basicConsume(Rpc.QUEUE, true, SILENCE, tag -> {});
      return new MuteServer(connection);
    } catch (IOException e) {
      connection.abort();
      throw new IllegalStateException("cannot consume " + Rpc.QUEUE, e);
    }
  }

  @Override
  public void close() {
    connection.abort();
  }
}
