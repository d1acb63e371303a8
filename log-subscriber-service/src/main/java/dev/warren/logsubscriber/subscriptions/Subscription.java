package dev.warren.logsubscriber.subscriptions;

import java.time.Instant;
import org.springframework.amqp.core.Queue;

/**
 * A queue of ours and what it is bound for.
 *
 * @param id names it in the API; also the id of its listener
 * @param pattern the name of its pattern
 * @param interest what it is bound for
 * @param queue exclusive and auto-delete
 * @param origin the settings, or the API
 * @param createdAt when it was asked for
 */
public record Subscription(
    String id, String pattern, Interest interest, Queue queue, Origin origin, Instant createdAt) {

  /** Who asked for it. */
  public enum Origin {
    /** The service's settings; it stays for as long as the service runs. */
    SETTINGS,
    /** A caller of the API. */
    API
  }
}
