package dev.warren.security.ratelimit;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Refuses a caller who calls too often. A caller is the name of a key, the subject of a token, or,
 * where nobody is asked, an address: that of the last proxy, since anybody can write a header.
 */
final class RateLimitFilter extends OncePerRequestFilter implements Ordered {

  /** After it is known who calls (-100), before a request takes a place among those in hand (0). */
  private static final int ORDER = -50;

  /** Compared as controllers' mappings are, so that no other spelling of a path gets around it. */
  private static final PathPattern LIMITED = PathPatternParser.defaultInstance.parse("/api/**");

  private final RateLimit limit;
  private final ObjectProvider<HandlerExceptionResolver> resolver;

  RateLimitFilter(RateLimit limit, ObjectProvider<HandlerExceptionResolver> resolver) {
    this.limit = limit;
    this.resolver = resolver;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return limit.isOff() || !LIMITED.matches(PathContainer.parsePath(request.getRequestURI()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Duration wait = limit.take(callerOf(request));
    if (wait.isZero()) {
      chain.doFilter(request, response);
    } else {
      ProblemException often =
          new ProblemException(ProblemType.TOO_MANY_REQUESTS, "You call too often")
              .retryAfter(wait.plusSeconds(1)); // in whole seconds, and rather too long
      resolver.getObject().resolveException(request, response, null, often);
    }
  }

  private static String callerOf(HttpServletRequest request) {
    Principal caller = request.getUserPrincipal();
    return caller == null ? request.getRemoteAddr() : "caller " + caller.getName();
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
