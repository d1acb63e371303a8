package dev.warren.testkit;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;

/** Connections of the plain Java client. They do not recover: a test wants to see the fault. */
final class RawConnections {

  private RawConnections() {}

  static Connection open(TestBroker broker, String vhost) {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(broker.host());
    factory.setPort(broker.port());
    factory.setUsername(broker.username());
    factory.setPassword(broker.password());
    factory.setVirtualHost(vhost);
    factory.setAutomaticRecoveryEnabled(false);
    try {
      return factory.newConnection("test client");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot connect to " + broker.amqpUri() + " " + vhost, e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("No answer from " + broker.amqpUri(), e);
    }
  }
}
