package dev.warren.messaging.listen;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;

/** Finds the message in the container's call of a listener. */
public final class DeliveredMessage {

  private DeliveredMessage() {}

  /** The message; none in the call of a batch. */
  public static @Nullable Message of(MethodInvocation call) {
    for (Object argument : call.getArguments()) {
      if (argument instanceof Message message) {
        return message;
      }
    }
    return null;
  }
}
