package dev.warren.messaging.listen;

import dev.warren.messaging.text.LogText;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.amqp.core.Message;

/** Puts the id of the message in hand into each line that is logged meanwhile. */
final class MessageIdsInLog implements ListenerAdvice, MethodInterceptor {

  /** Under which name; beside the {@code traceId} and {@code spanId} of tracing. */
  static final String KEY = "messageId";

  @Override
  public MethodInterceptor around(String listener) {
    return this;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    Message message = DeliveredMessage.of(call);
    String id = message == null ? null : message.getMessageProperties().getMessageId();
    if (id == null) {
      return call.proceed();
    }
    MDC.put(KEY, LogText.oneLine(id));
    try {
      return call.proceed();
    } finally {
      MDC.remove(KEY);
    }
  }
}
