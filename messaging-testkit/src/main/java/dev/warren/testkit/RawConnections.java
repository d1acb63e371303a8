package dev.warren.testkit;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
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
    return open(factory, broker.amqpUri() + " " + vhost);
  }

  /** To the default virtual host. */
  static Connection open(URI uri) {
    ConnectionFactory factory = new ConnectionFactory();
    try {
      factory.setUri(uri);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(uri.toString(), e);
    }
    return open(factory, uri.toString());
  }

  private static Connection open(ConnectionFactory factory, String address) {
    factory.setAutomaticRecoveryEnabled(false);
    try {
      return factory.newConnection("test client");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot connect to " + address, e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("No answer from " + address, e);
    }
  }
}
