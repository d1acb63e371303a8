package dev.warren.systemtests.suite;

import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** The key of whoever runs this, where services ask for one: {@code WARREN_API_KEY}. */
public final class ApiKey {

  private static final String HEADER = "X-API-Key";

  private ApiKey() {}

  /** The key; null if there is none. */
  public static @Nullable String ofCaller() {
    String key = System.getenv().getOrDefault("WARREN_API_KEY", "");
    return key.isEmpty() ? null : key;
  }

  /** Shows it with a request, if there is one. */
  public static HttpRequest.Builder addTo(HttpRequest.Builder request) {
    String key = ofCaller();
    return key == null ? request : request.header(HEADER, key);
  }
}
