package dev.warren.logsubscriber.received;

import dev.warren.messaging.web.sse.SseEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Which messages somebody wants to see.
 *
 * @param pattern only those of subscriptions of this pattern; null or empty for all
 * @param subscription only those of this subscription; null or empty for all
 */
record ReceivedFilter(@Nullable String pattern, @Nullable String subscription) {

  ReceivedFilter {
    pattern = StringUtils.hasLength(pattern) ? pattern : null;
    subscription = StringUtils.hasLength(subscription) ? subscription : null;
  }

  boolean passes(ReceivedMessage message) {
    return passes(message.pattern(), message.subscription());
  }

  boolean passes(SseEvent event) {
    int slash = event.key().indexOf('/');
    return passes(event.key().substring(0, slash), event.key().substring(slash + 1));
  }

  static String keyOf(ReceivedMessage message) {
    return message.pattern() + '/' + message.subscription();
  }

  private boolean passes(String itsPattern, String itsSubscription) {
    return (pattern == null || pattern.equals(itsPattern))
        && (subscription == null || subscription.equals(itsSubscription));
  }
}
