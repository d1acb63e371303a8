package dev.warren.messaging.web.sse;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What one client wants to see.
 *
 * @param replay what it gets first; called once, with no {@link SseBroadcaster#broadcast} between
 *     it and the first live event, so that nothing is missing and nothing comes twice
 * @param wanted which live events it gets
 * @param last which event ends the stream: a live one, or the very last that was replayed
 */
public record SseSubscription(
    Supplier<List<SseEvent>> replay, Predicate<SseEvent> wanted, Predicate<SseEvent> last) {

  /** Everything from now on, for as long as the client stays. */
  public static SseSubscription live() {
    return new SseSubscription(List::of, event -> true, event -> false);
  }

  public SseSubscription startingWith(Supplier<List<SseEvent>> events) {
    return new SseSubscription(events, wanted, last);
  }

  public SseSubscription only(Predicate<SseEvent> condition) {
    return new SseSubscription(replay, condition, last);
  }

  public SseSubscription endingAfter(Predicate<SseEvent> condition) {
    return new SseSubscription(replay, wanted, condition);
  }
}
