package dev.warren.messaging.listen;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;

/**
 * Makes an {@code Error} in a listener the failure of its message, which is rejected. The simple
 * container would stop its consumers for good, and the service go on without.
 */
final class ErrorsAsFailures implements MethodInterceptor {

  private static final Logger log = LoggerFactory.getLogger(ErrorsAsFailures.class);

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    try {
      return call.proceed();
    } catch (Error e) {
      log.error("A listener failed; its message is rejected", e);
      throw new AmqpRejectAndDontRequeueException("an Error", true, e); // else the consumer ends
    }
  }
}
