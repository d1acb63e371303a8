package dev.warren.logsubscriber.subscriptions;

import dev.warren.messaging.web.ProblemException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a subscriber wants.
 *
 * @param bindingKeys severities or topic patterns, without duplicates
 * @param headers headers to compare; a null value asks for presence only
 * @param match how to combine them; null if nothing was said
 */
public record Interest(
    List<String> bindingKeys, Map<String, @Nullable Object> headers, @Nullable String match) {

  /** Everything there is. */
  public static final Interest EVERYTHING = new Interest(List.of(), Map.of(), null);

  public Interest {
    bindingKeys = bindingKeys.stream().distinct().toList();
    BindingLimits.checkKeys(bindingKeys);
    BindingLimits.checkHeaders(headers);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** One binding for each key. */
  public static Interest inKeys(List<String> keys) {
    return new Interest(keys, Map.of(), null);
  }

  /** Refuses to go on without a key. */
  public void requireKeys() {
    if (bindingKeys.isEmpty()) {
      throw ProblemException.invalid("bindingKeys", "must have at least one key");
    }
  }

  /** Refuses keys, which would have no effect. */
  public void refuseKeys(String pattern) {
    if (!bindingKeys.isEmpty()) {
      throw ProblemException.invalid("bindingKeys", "must be absent: " + pattern + " has no keys");
    }
  }

  /** Refuses headers, which would have no effect. */
  public void refuseHeaders(String pattern) {
    if (!headers.isEmpty() || match != null) {
      String field = headers.isEmpty() ? "match" : "headers";
      throw ProblemException.invalid(field, "must be absent: " + pattern + " compares no headers");
    }
  }
}
