package dev.warren.testkit;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.warren.testkit.management.ManagementClient;
import dev.warren.testkit.spring.SpringVhosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out what {@link BrokerTest} promises and closes it when its scope ends. */
final class BrokerExtension implements BeforeAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(BrokerExtension.class);

  private static final Set<Class<?>> TYPES =
      Set.of(
          TestBroker.class,
          ManagementClient.class,
          TestVhost.class,
          Connection.class,
          Channel.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    TestBroker.get();
    context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .computeIfAbsent(StopBroker.class, key -> new StopBroker(), StopBroker.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TYPES.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == TestBroker.class) {
      return TestBroker.get();
    }
    if (type == ManagementClient.class) {
      return TestBroker.get().management();
    }
    if (type == TestVhost.class) {
      return vhost(context);
    }
    return type == Connection.class ? connection(context) : channel(context);
  }

  private static TestVhost vhost(ExtensionContext context) {
    return SpringVhosts.of(context)
        .orElseGet(
            () ->
                store(context)
                    .computeIfAbsent(
                        TestVhost.class,
                        key -> TestVhost.create(TestNames.of(context)),
                        TestVhost.class));
  }

  private static Connection connection(ExtensionContext context) {
    TestVhost vhost = vhost(context);
    return store(context)
        .computeIfAbsent(
            OpenConnection.class, key -> new OpenConnection(vhost.connect()), OpenConnection.class)
        .connection();
  }

  private static Channel channel(ExtensionContext context) {
    try {
      return connection(context).createChannel();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** Closed quietly, as the test may have closed it or had it closed by the broker. */
  private record OpenConnection(Connection connection) implements AutoCloseable {
    @Override
    public void close() {
      connection.abort();
    }
  }

  /** Closed by JUnit when all tests are over, before the JVM shuts down. */
  private record StopBroker() implements AutoCloseable {
    @Override
    public void close() {
      TestBroker.stop();
    }
  }
}
