package dev.warren.producer.rpc;

import com.rabbitmq.client.Channel;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A channel to no broker, of which one method fails. */
final class FailingChannel {

  private final String failing;
  private final Supplier<Throwable> failure;
  private volatile boolean aborted;

  FailingChannel(String failing, Supplier<Throwable> failure) {
    this.failing = failing;
    this.failure = failure;
  }

  Channel get() {
    return (Channel)
        Proxy.newProxyInstance(
            Channel.class.getClassLoader(), new Class<?>[] {Channel.class}, this::invoke);
  }

  boolean isAborted() {
    return aborted;
  }

  private @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    String name = method.getName();
    if (name.equals(failing)) {
      throw failure.get();
    }
    aborted |= name.equals("abort");
    return name.equals("isOpen") ? true : null;
  }
}
