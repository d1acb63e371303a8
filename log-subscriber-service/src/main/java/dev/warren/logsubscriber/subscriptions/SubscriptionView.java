package dev.warren.logsubscriber.subscriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as the API shows it.
 *
 * @param id names it
 * @param pattern {@code fanout}, {@code direct}, {@code topic} or {@code headers}
 * @param bindingKeys severities or topic patterns; empty for the other patterns
 * @param headers what headers are compared with; of the headers pattern only
 * @param match how they are combined; of the headers pattern only
 * @param queue the queue's name on the broker
 * @param createdAt when it was asked for
 * @param state {@code consuming}, or {@code reconnecting} while there is no broker
 * @param origin {@code settings} or {@code api}
 */
record SubscriptionView(
    String id,
    String pattern,
    List<String> bindingKeys,
    @JsonInclude(Include.NON_NULL) @Nullable Map<String, @Nullable Object> headers,
    @JsonInclude(Include.NON_NULL) @Nullable String match,
    String queue,
    Instant createdAt,
    String state,
    String origin) {

  static SubscriptionView of(Subscription subscription, boolean consuming) {
    Interest interest = subscription.interest();
    return new SubscriptionView(
        subscription.id(),
        subscription.pattern(),
        interest.bindingKeys(),
        interest.match() == null ? null : interest.headers(),
        interest.match(),
        subscription.queue().getActualName(),
        subscription.createdAt(),
        consuming ? "consuming" : "reconnecting",
        subscription.origin().name().toLowerCase(Locale.ROOT));
  }
}
