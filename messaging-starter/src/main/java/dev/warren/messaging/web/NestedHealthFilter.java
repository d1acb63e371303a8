package dev.warren.messaging.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Says that there is nothing further below the states of components and groups. Spring Boot's
 * endpoint looks for it, and fails with 500.
 */
final class NestedHealthFilter extends OncePerRequestFilter {

  private static final PathPattern BELOW =
      PathPatternParser.defaultInstance.parse("/actuator/health/{*rest}");

  private final ProblemAnswer answer;

  NestedHealthFilter(ProblemAnswer answer) {
    this.answer = answer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isNested(request.getRequestURI())) {
      String detail = "There is nothing further below health than its components";
      answer.write(request, response, new ProblemException(ProblemType.NOT_FOUND, detail));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isNested(String path) {
    PathMatchInfo match = BELOW.matchAndExtract(PathContainer.parsePath(path));
    return match != null && match.getUriVariables().getOrDefault("rest", "").indexOf('/', 1) > 0;
  }
}
