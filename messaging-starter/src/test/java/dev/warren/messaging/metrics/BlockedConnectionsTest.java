package dev.warren.messaging.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionBlockedEvent;
import org.springframework.amqp.rabbit.connection.ConnectionUnblockedEvent;

class BlockedConnectionsTest {

  private final BlockedConnections blocked = new BlockedConnections();

  @Test
  void aConnectionCountsFromTheAlarmToItsEnd() {
    Connection connection = open();
    blocked.blocked(new ConnectionBlockedEvent(connection, "low on memory"));
    blocked.blocked(new ConnectionBlockedEvent(connection, "low on disk"));
    assertThat(blocked.count()).isEqualTo(1);

    blocked.unblocked(new ConnectionUnblockedEvent(connection));
    assertThat(blocked.count()).isZero();
  }

  @Test
  void aConnectionThatWasClosedMeanwhileIsNoneAnyMore() {
    Connection connection = open();
    blocked.blocked(new ConnectionBlockedEvent(connection, "low on memory"));

    given(connection.isOpen()).willReturn(false);

    assertThat(blocked.count()).isZero();
  }

  private static Connection open() {
    Connection connection = mock();
    given(connection.isOpen()).willReturn(true);
    return connection;
  }
}
