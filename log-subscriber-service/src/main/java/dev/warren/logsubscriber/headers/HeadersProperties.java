package dev.warren.logsubscriber.headers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the two receivers of this pattern want.
 *
 * @param match {@code all}, {@code any}, {@code all-with-x} or {@code any-with-x}. Default is all.
 * @param values headers to compare, each {@code name=value}, or only {@code name} for one that must
 *     be there whatever its value. Default is none: with {@code all}, every message matches.
 */
@ConfigurationProperties("warren.subscriptions.headers")
record HeadersProperties(@DefaultValue("all") String match, @DefaultValue List<String> values) {

  HeadersProperties {
    values = List.copyOf(values);
  }

  /** The values by name; null where only presence is asked for. */
  Map<String, @Nullable Object> headers() {
    Map<String, @Nullable Object> headers = new LinkedHashMap<>();
    for (String each : values) {
      int equals = each.indexOf('=');
      if (equals < 0) {
        headers.put(each, null);
      } else {
        headers.put(each.substring(0, equals), each.substring(equals + 1));
      }
    }
    return headers;
  }
}
