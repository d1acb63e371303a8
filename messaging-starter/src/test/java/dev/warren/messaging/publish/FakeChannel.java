package dev.warren.messaging.publish;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A channel to no broker, which counts as the client does and confirms nothing. */
final class FakeChannel {

  /** Of a message that the client counts and then cannot encode. */
  static final BasicProperties UNENCODABLE =
      new BasicProperties.Builder().messageId("bad").correlationId("c".repeat(300)).build();

  private final Channel channel =
      (Channel)
          Proxy.newProxyInstance(
              Channel.class.getClassLoader(), new Class<?>[] {Channel.class}, this::invoke);
  private final boolean confirms;
  private Runnable beforeItFails = () -> {};
  private long next = 1;
  private volatile boolean open = true;
  private final AtomicInteger handled = new AtomicInteger();

  private FakeChannel(boolean confirms) {
    this.confirms = confirms;
  }

  static FakeChannel open() {
    return new FakeChannel(true);
  }

  static FakeChannel refusingConfirmMode() {
    return new FakeChannel(false);
  }

  /** What happens while a message is written that cannot be. */
  void beforeItFails(Runnable event) {
    beforeItFails = event;
  }

  /** How many messages were written or given up. Whether it is still open is asked last of all. */
  int handled() {
    return handled.get();
  }

  Channel channel() {
    return channel;
  }

  boolean isOpen() {
    return open;
  }

  private @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws IOException {
    Object[] given = arguments == null ? new Object[0] : arguments;
    return switch (method.getName()) {
      case "isOpen" -> open;
      case "close", "abort" -> close();
      case "getNextPublishSeqNo" -> next;
      case "basicPublish" -> publish(given);
      case "getCloseReason" -> closeReason();
      case "confirmSelect" -> confirmSelect();
      default -> null;
    };
  }

  private @Nullable Object closeReason() {
    handled.incrementAndGet();
    return null;
  }

  private @Nullable Object close() {
    open = false;
    return null;
  }

  private @Nullable Object confirmSelect() throws IOException {
    if (!confirms) {
      throw new IOException("no confirms");
    }
    return null;
  }

  private @Nullable Object publish(Object[] arguments) {
    next++;
    if (List.of(arguments).contains(UNENCODABLE)) {
      beforeItFails.run();
      throw new IllegalArgumentException("Short string too long");
    }
    return null;
  }
}
