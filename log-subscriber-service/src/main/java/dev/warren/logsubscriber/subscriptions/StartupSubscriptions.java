package dev.warren.logsubscriber.subscriptions;

import dev.warren.logsubscriber.subscriptions.Subscription.Origin;
import java.time.Instant;
import java.util.List;
import org.springframework.amqp.core.Queue;

/** What the settings ask for in one pattern, so that the API can show it; one bean per pattern. */
public record StartupSubscriptions(List<Subscription> subscriptions) {

  /** The two receivers of a pattern, their listeners' ids being the pattern's with a suffix. */
  public static StartupSubscriptions screenAndFile(
      String pattern, Interest interest, Queue screen, Queue file) {
    Instant now = Instant.now();
    return new StartupSubscriptions(
        List.of(
            new Subscription(pattern + "-screen", pattern, interest, screen, Origin.SETTINGS, now),
            new Subscription(pattern + "-file", pattern, interest, file, Origin.SETTINGS, now)));
  }
}
