package dev.warren.messaging.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.testkit.BrokerTest;
import dev.warren.testkit.TestBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionBlockedEvent;
import org.springframework.amqp.rabbit.connection.ConnectionUnblockedEvent;

/** Connections as they are, and what Spring tells of them as if there were an alarm. */
@BrokerTest
class BlockedConnectionsIT {

  private final BlockedConnections blocked = new BlockedConnections();
  private final CachingConnectionFactory connections = new CachingConnectionFactory();

  @BeforeEach
  void use(TestBroker broker) {
    connections.setUri(broker.amqpUri());
  }

  @AfterEach
  void close() {
    connections.destroy();
  }

  @Test
  void aConnectionCountsFromTheAlarmToItsEnd() {
    Connection connection = connections.createConnection();
    blocked.blocked(new ConnectionBlockedEvent(connection, "low on memory"));
    blocked.blocked(new ConnectionBlockedEvent(connection, "low on disk"));
    assertThat(blocked.count()).isEqualTo(1);

    blocked.unblocked(new ConnectionUnblockedEvent(connection));
    assertThat(blocked.count()).isZero();
  }

  @Test
  void aConnectionThatWasClosedMeanwhileIsNoneAnyMore() {
    Connection connection = connections.createConnection();
    blocked.blocked(new ConnectionBlockedEvent(connection, "low on memory"));
    assertThat(blocked.count()).isEqualTo(1);

    connections.destroy();

    assertThat(blocked.count()).isZero();
  }
}
