package dev.warren.messaging.publish;

import com.rabbitmq.client.BlockedCallback;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.UnblockedCallback;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.SimpleConnection;

/** One connection to no broker, with these channels, one after the other. */
final class FakeConnections {

  private final Queue<FakeChannel> channels;
  private final SimpleConnection connection =
      new SimpleConnection(fake(Connection.class, this::connection), 0);
  private @Nullable BlockedCallback blocked;
  private @Nullable UnblockedCallback unblocked;

  private FakeConnections(List<FakeChannel> channels) {
    this.channels = new ConcurrentLinkedQueue<>(channels);
  }

  static FakeConnections with(FakeChannel... channels) {
    return new FakeConnections(List.of(channels));
  }

  ConfirmChannels confirmChannels() {
    return new ConfirmChannels(
        fake(
            ConnectionFactory.class,
            (method, arguments) -> method.equals("createConnection") ? connection : null));
  }

  /** An alarm begins. */
  void block() {
    try {
      if (blocked != null) {
        blocked.handle("low on memory");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The alarm is over. */
  void unblock() throws IOException {
    if (unblocked != null) {
      unblocked.handle();
    }
  }

  private @Nullable Object connection(String method, Object[] arguments) {
    return switch (method) {
      case "openChannel" -> Optional.ofNullable(channels.poll()).map(FakeChannel::channel);
      case "isOpen" -> true;
      case "addBlockedListener" -> listen(arguments);
      default -> null;
    };
  }

  private @Nullable Object listen(Object[] callbacks) {
    blocked = (BlockedCallback) callbacks[0];
    unblocked = (UnblockedCallback) callbacks[1];
    return null;
  }

  private static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answers.to(method.getName(), arguments == null ? new Object[0] : arguments)));
  }

  private interface Answers {
    @Nullable Object to(String method, Object[] arguments);
  }
}
