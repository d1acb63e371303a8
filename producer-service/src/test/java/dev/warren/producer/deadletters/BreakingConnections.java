package dev.warren.producer.deadletters;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;

/** Connections that are lost when a letter is acknowledged, at the first or a later one. */
class BreakingConnections extends DeadLetterConnections {

  private final AtomicInteger left;

  BreakingConnections(
      CachingConnectionFactory connections, RabbitConnectionDetails details, int acknowledged) {
    super(connections, details);
    this.left = new AtomicInteger(acknowledged);
  }

  @Override
  Connection open() throws IOException, TimeoutException {
    Connection connection = super.open();
    return proxy(Connection.class, connection, connection);
  }

  private <T> T proxy(Class<T> type, T real, Connection connection) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals("basicAck") && left.getAndDecrement() == 0) {
                connection.abort();
              }
              try {
                Object result = method.invoke(real, arguments);
                return result instanceof Channel channel
                    ? proxy(Channel.class, channel, connection)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }
}
