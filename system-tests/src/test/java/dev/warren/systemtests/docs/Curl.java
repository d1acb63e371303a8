package dev.warren.systemtests.docs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call that the docs show.
 *
 * @param method the HTTP method
 * @param path the path, without query
 */
record Curl(String method, String path) {

  private static final Pattern URL =
      Pattern.compile("https?://(?:localhost|127\\.0\\.0\\.1)(?::\\d+)?(/api[^\\s'\"?|)]*)");
  private static final Pattern METHOD = Pattern.compile("(?:-X|--request)\\s*([A-Z]+)");
  private static final Pattern BODY = Pattern.compile("(?:\\s-d|--data\\S*|--json|\\s-T)\\b");

  static Optional<Curl> in(String line) {
    Matcher url = URL.matcher(line);
    if (!line.contains("curl ") || !url.find()) {
      return Optional.empty();
    }
    return Optional.of(new Curl(method(line), url.group(1)));
  }

  private static String method(String line) {
    Matcher method = METHOD.matcher(line);
    if (method.find()) {
      return method.group(1);
    }
    return BODY.matcher(line).find() ? "POST" : "GET";
  }

  /** Whether a mapping such as {@code GET /api/tasks/{id}} answers this call. */
  boolean isAnsweredBy(String endpoint) {
    return (method + " " + path).matches(endpoint.replaceAll("\\{[^/]*}", "[^/]+"));
  }
}
