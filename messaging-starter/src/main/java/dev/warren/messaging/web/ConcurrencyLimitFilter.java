package dev.warren.messaging.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses a request at once, before its body is read, when as many of its kind as may be are in
 * hand. A request that is answered later, by a future, keeps its place until then.
 *
 * <p>Spring's {@code @ConcurrencyLimit} limits a method: it gives the place back when the method
 * returns its future, and comes after the body was read.
 */
final class ConcurrencyLimitFilter extends OncePerRequestFilter implements Ordered {

  /** Before the filters that look at the body, after those that observe. */
  private static final int ORDER = 0;

  private final ConcurrencyLimits limits;
  private final ObjectProvider<HandlerExceptionResolver> resolver;

  ConcurrencyLimitFilter(
      ConcurrencyLimits limits, ObjectProvider<HandlerExceptionResolver> resolver) {
    this.limits = limits;
    this.resolver = resolver;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ConcurrencyLimit limit = limits.of(request);
    if (limit == null) {
      chain.doFilter(request, response);
    } else if (limit.enter()) {
      proceed(limit, request, response, chain);
    } else {
      resolver.getObject().resolveException(request, response, null, limit.refusal());
    }
  }

  private static void proceed(
      ConcurrencyLimit limit,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    boolean later = false;
    try {
      chain.doFilter(request, response);
      if (request.isAsyncStarted()) {
        request.getAsyncContext().addListener(new WhenAnswered(limit::leave));
        later = true;
      }
    } finally {
      if (!later) {
        limit.leave();
      }
    }
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
