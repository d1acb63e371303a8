package dev.warren.logsubscriber.subscriptions;

import dev.warren.logsubscriber.subscriptions.Subscription.Origin;
import dev.warren.messaging.settings.WrongSettingException;
import dev.warren.messaging.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.amqp.core.Queue;

/** What the settings ask for in one pattern, so that the API can show it; one bean per pattern. */
public record StartupSubscriptions(List<Subscription> subscriptions) {

  /**
   * What settings ask for, held to what the API's callers are held to.
   *
   * @param settings the variables that were read, to be named if they are wrong
   * @throws WrongSettingException if no binding can be made of them, or no message could match it
   */
  public static Interest interest(String settings, Supplier<Interest> asked) {
    try {
      return asked.get();
    } catch (ProblemException e) {
      throw new WrongSettingException(
          "The receivers cannot subscribe to what is set: " + e.getBody().getDetail() + ".",
          "Correct " + settings + ".");
    }
  }

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
