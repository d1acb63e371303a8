package dev.warren.systemtests.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.impl.AMQConnection;
import com.rabbitmq.client.impl.Method;
import dev.warren.systemtests.suite.RunningSuite;
import dev.warren.systemtests.suite.Seen;
import dev.warren.systemtests.suite.SystemTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How much the broker takes of one client: {@code rabbitmq.conf} and {@code definitions.json}. */
@SystemTest
class BrokerLimitsIT {

  private static final int LARGEST_MESSAGE = 1024 * 1024;
  private static final int CHANNELS_OF_A_CONNECTION = 256;
  private static final int CHANNELS_OF_A_USER = 2000;
  private static final int CONNECTIONS_OF_A_USER = 100;
  private static final int CONNECTIONS_OF_THE_VIRTUAL_HOST = 500;

  /** One whose service needs no further connections and channels meanwhile. */
  private static final String USER = "rpc-fib";

  private final RunningSuite suite;

  BrokerLimitsIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void aMessageOfOneMebibyteIsTaken() throws Exception {
    try (Connection connection = suite.broker().connect();
        Channel channel = connection.createChannel()) {
      String queue = channel.queueDeclare().getQueue();
      channel.confirmSelect();

      channel.basicPublish("", queue, null, new byte[LARGEST_MESSAGE]);
      channel.waitForConfirmsOrDie(10_000);

      assertThat(channel.basicGet(queue, true).getBody()).hasSize(LARGEST_MESSAGE);
    }
  }

  @Test
  void oneByteMoreClosesTheChannel() throws Exception {
    try (Connection connection = suite.broker().connect()) {
      Channel channel = connection.createChannel();
      channel.confirmSelect();

      channel.basicPublish("", "hello", null, new byte[LARGEST_MESSAGE + 1]);

      assertThatThrownBy(() -> channel.waitForConfirmsOrDie(10_000))
          .hasMessageContaining("reply-code=" + AMQP.PRECONDITION_FAILED)
          .hasMessageContaining(
              "message size 1048577 is larger than configured max size " + LARGEST_MESSAGE);
      assertThat(channel.isOpen()).isFalse();
      assertThat(connection.isOpen()).isTrue();
    }
  }

  @Test
  void aConnectionHasOnlySoManyChannels() throws IOException {
    Connection connection = suite.broker().connect();
    try {
      openChannels(List.of(connection), CHANNELS_OF_A_CONNECTION);
      openUnasked(connection, CHANNELS_OF_A_CONNECTION + 1);

      Seen.eventually("the broker has closed the connection", () -> !connection.isOpen());
      assertThat(connection.getCloseReason())
          .hasMessageContaining("reply-code=" + AMQP.NOT_ALLOWED)
          .hasMessageContaining("has reached the negotiated channel_max (256)");
    } finally {
      connection.abort();
    }
  }

  @Test
  void aUserHasOnlySoManyChannels() {
    List<Connection> connections = new ArrayList<>();
    try {
      connect(connections, CHANNELS_OF_A_USER / CHANNELS_OF_A_CONNECTION + 2);
      assertRefused(
          () -> openChannels(connections, CHANNELS_OF_A_USER + 1),
          "number of channels opened for user 'rpc-fib' has reached the maximum allowed");
    } finally {
      connections.forEach(Connection::abort);
    }
  }

  @Test
  void aUserHasOnlySoManyConnections() {
    List<Connection> connections = new ArrayList<>();
    try {
      assertRefused(
          () -> connect(connections, CONNECTIONS_OF_A_USER + 1),
          "connection refused for user 'rpc-fib': user connection limit (100) is reached");
    } finally {
      connections.forEach(Connection::abort);
    }
  }

  /** Of its administrator, who has no limit of his own. */
  @Test
  void aVirtualHostHasOnlySoManyConnections() {
    List<Connection> connections = new ArrayList<>();
    try {
      assertRefused(
          () -> connectAsGuest(connections, CONNECTIONS_OF_THE_VIRTUAL_HOST + 1),
          "connection limit (500) is reached");
    } finally {
      connections.forEach(Connection::abort);
    }
  }

  private void connectAsGuest(List<Connection> connections, int count) {
    for (int i = 0; i < count; i++) {
      connections.add(suite.broker().connect());
    }
  }

  private void connect(List<Connection> connections, int count) {
    for (int i = 0; i < count; i++) {
      connections.add(suite.broker().connectAs(USER));
    }
  }

  private static void openChannels(List<Connection> connections, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      assertThat(connections.get(i % connections.size()).createChannel()).isNotNull();
    }
  }

  /** As a client does that does not keep to the maximum it was told; Java's keeps to it. */
  private static void openUnasked(Connection connection, int number) throws IOException {
    AMQConnection wire = (AMQConnection) connection;
    Method open = (Method) new AMQP.Channel.Open.Builder().build();
    wire.writeFrame(open.toFrame(number));
    wire.flush();
  }

  private static void assertRefused(ThrowingCallable attempt, String reason) {
    assertThatThrownBy(attempt)
        .hasStackTraceContaining("reply-code=" + AMQP.NOT_ALLOWED)
        .hasStackTraceContaining(reason);
  }
}
