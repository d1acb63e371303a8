package dev.warren.messaging.listen;

import org.aopalliance.intercept.MethodInterceptor;

/**
 * What happens around each call of a listener. Beans of it apply to all listeners, in their order.
 */
@FunctionalInterface
public interface ListenerAdvice {

  /**
   * The advice of one listener.
   *
   * @param listener its name: what stands before a {@code #} in its id. Ids that are made at run
   *     time have one, so that names are few
   */
  MethodInterceptor around(String listener);
}
