package dev.warren.messaging.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a path with a {@code %} that no two hexadecimal digits follow. Tomcat does so as well,
 * but not behind a {@code ;}, where Spring would fail to read it: in each filter that matches
 * paths, and when it answers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2.1">Percent-encoding</a>
 */
final class MalformedPathFilter extends OncePerRequestFilter implements Ordered {

  /** Behind the headers that every answer has, before whoever looks at the path. */
  private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 200;

  private final ProblemAnswer answer;

  MalformedPathFilter(ProblemAnswer answer) {
    this.answer = answer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isWellFormed(request.getRequestURI())) {
      chain.doFilter(request, response);
    } else {
      String detail = "The path has a '%' that no two hexadecimal digits follow";
      answer.write(
          new Pathless(request),
          response,
          new ProblemException(ProblemType.MALFORMED_REQUEST, detail));
    }
  }

  private static boolean isWellFormed(String path) {
    try {
      StringUtils.uriDecode(path, UTF_8);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  /** A request whose path nobody stumbles over. */
  private static final class Pathless extends HttpServletRequestWrapper {

    Pathless(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getRequestURI() {
      return "/";
    }
  }
}
