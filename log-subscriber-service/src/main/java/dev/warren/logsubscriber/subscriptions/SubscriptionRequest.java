package dev.warren.logsubscriber.subscriptions;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to subscribe to.
 *
 * @param pattern {@code fanout}, {@code direct}, {@code topic} or {@code headers}
 * @param bindingKeys direct: severities; topic: patterns of words, where {@code *} is one word and
 *     {@code #} any number of them; up to 100 of at most 255 bytes; absent for the others
 * @param headers headers to compare, for the headers pattern; null as a value asks for presence
 * @param match {@code all} (the default), {@code any}, {@code all-with-x} or {@code any-with-x}
 */
record SubscriptionRequest(
    @NotNull(message = "is required") String pattern,
    @Nullable List<@NotNull(message = "must not be null") String> bindingKeys,
    @Nullable Map<String, @Nullable Object> headers,
    @Nullable String match) {

  Interest interest() {
    return new Interest(
        bindingKeys == null ? List.of() : bindingKeys, headers == null ? Map.of() : headers, match);
  }
}
