package dev.warren.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BrokerTest
class RelayIT {

  private final ConnectionFactory client = new ConnectionFactory();
  private Relay relay;

  @BeforeEach
  void start(TestBroker broker) throws IOException {
    relay = Relay.shutTo(broker);
    client.setHost(relay.host());
    client.setPort(relay.port());
    client.setUsername(broker.username());
    client.setPassword(broker.password());
  }

  @AfterEach
  void stop() throws IOException {
    relay.close();
  }

  @Test
  void letsNobodyThroughUntilItIsOpen() throws Exception {
    assertThatThrownBy(client::newConnection).isInstanceOf(IOException.class);

    relay.open();

    try (Connection connection = client.newConnection()) {
      assertThat(connection.isOpen()).isTrue();
    }
  }

  @Test
  void breaksConnectionsWhenItIsShut() throws Exception {
    client.setAutomaticRecoveryEnabled(false);
    relay.open();
    Connection connection = client.newConnection();

    relay.shut();

    Bounds.soon().until(() -> !connection.isOpen());
    assertThatThrownBy(client::newConnection).isInstanceOf(IOException.class);
  }
}
