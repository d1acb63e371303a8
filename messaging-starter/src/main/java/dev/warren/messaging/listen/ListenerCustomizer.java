package dev.warren.messaging.listen;

import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;

/**
 * A service's own word on its listener containers, after Warren's defaults. Any number of beans may
 * be defined; Boot itself takes one {@code ContainerCustomizer} per container type.
 */
@FunctionalInterface
public interface ListenerCustomizer {

  /** Changes a container before it starts; {@code getListenerId()} tells which one it is. */
  void customize(AbstractMessageListenerContainer container);
}
