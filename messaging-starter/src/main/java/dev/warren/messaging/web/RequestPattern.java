package dev.warren.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A method and a path, as controllers' mappings name them.
 *
 * @param method {@code GET}, which is {@code HEAD} too, {@code POST} …
 * @param path may have variables and wildcards
 */
record RequestPattern(String method, PathPattern path) {

  /**
   * Reads {@code POST /api/tasks}.
   *
   * @throws IllegalArgumentException if it is not a method, a space and a path
   */
  static RequestPattern parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 2 || parts[0].isEmpty() || !parts[1].startsWith("/")) {
      throw new IllegalArgumentException("not a method and a path: " + text);
    }
    return new RequestPattern(parts[0], PathPatternParser.defaultInstance.parse(parts[1]));
  }

  boolean matches(HttpServletRequest request) {
    return matches(request.getMethod())
        && path.matches(PathContainer.parsePath(request.getRequestURI()));
  }

  /** {@code HEAD} is answered by what answers {@code GET}, at the same cost. */
  private boolean matches(String requested) {
    return method.equals(requested) || (method.equals("GET") && requested.equals("HEAD"));
  }
}
