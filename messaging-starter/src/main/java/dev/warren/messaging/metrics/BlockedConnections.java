package dev.warren.messaging.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionBlockedEvent;
import org.springframework.amqp.rabbit.connection.ConnectionUnblockedEvent;
import org.springframework.context.event.EventListener;

/**
 * The connections on which the broker takes no more messages, because of a memory or disk alarm.
 *
 * @see <a href="https://www.rabbitmq.com/docs/connection-blocked">Blocked connections</a>
 */
public final class BlockedConnections {

  private final Set<Connection> blocked = ConcurrentHashMap.newKeySet();

  @EventListener
  void blocked(ConnectionBlockedEvent event) {
    blocked.add(event.getConnection());
  }

  @EventListener
  void unblocked(ConnectionUnblockedEvent event) {
    blocked.remove(event.getConnection());
  }

  /** How many there are; one that was closed meanwhile is none. */
  public int count() {
    blocked.removeIf(connection -> !connection.isOpen());
    return blocked.size();
  }
}
