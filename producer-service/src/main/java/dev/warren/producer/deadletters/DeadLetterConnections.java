package dev.warren.producer.deadletters;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Opens connections that live as long as one call. A connection is what owns an exclusive queue,
 * and what gives back all letters however it ends. Also, a letter that the client library cannot
 * read ends the connection that it comes by, which must not be one that others use.
 */
@Component
class DeadLetterConnections {

  private static final String NAME = "dead-letters";

  private final ConnectionFactory factory;
  private final List<Address> addresses;

  DeadLetterConnections(CachingConnectionFactory connections, RabbitConnectionDetails details) {
    this.factory = connections.getRabbitConnectionFactory();
    this.addresses =
        details.getAddresses().stream()
            .map(address -> new Address(address.host(), address.port()))
            .toList();
  }

  Connection open() throws IOException, TimeoutException {
    return factory.newConnection(addresses, NAME);
  }
}
