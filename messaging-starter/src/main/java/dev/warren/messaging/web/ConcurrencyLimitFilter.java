package dev.warren.messaging.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses a request at once, before its body is read, when as many of its kind, or of all, as may
 * be are in hand. A request that is answered later, by a future, keeps its place until then; an
 * event stream only until it is open, since streams have a limit of their own.
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
    List<ConcurrencyLimit> entered = new ArrayList<>();
    for (ConcurrencyLimit limit : limits.of(request)) {
      if (!limit.enter()) {
        entered.forEach(ConcurrencyLimit::leave);
        resolver.getObject().resolveException(request, response, null, limit.refusal());
        return;
      }
      entered.add(limit);
    }
    proceed(() -> entered.forEach(ConcurrencyLimit::leave), request, response, chain);
  }

  private static void proceed(
      Runnable leave, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean later = false;
    try {
      chain.doFilter(request, response);
      if (request.isAsyncStarted() && !isEventStream(response)) {
        request.getAsyncContext().addListener(new WhenAnswered(leave));
        later = true;
      }
    } finally {
      if (!later) {
        leave.run();
      }
    }
  }

  private static boolean isEventStream(HttpServletResponse response) {
    String type = response.getContentType();
    return type != null && type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
