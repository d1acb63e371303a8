package dev.warren.messaging.web;

import dev.warren.messaging.web.HttpProperties.BodyLimit;
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
 * Refuses a body that declares itself too long before a byte of it is read, and stops reading one
 * that turns out to be. Either way the answer is a {@code body-too-large} problem.
 */
final class BodyLimitFilter extends OncePerRequestFilter implements Ordered {

  /** Behind the limit of requests in hand, before whoever reads a body. */
  private static final int ORDER = 10;

  private final HttpProperties properties;
  private final ObjectProvider<HandlerExceptionResolver> resolver;

  BodyLimitFilter(HttpProperties properties, ObjectProvider<HandlerExceptionResolver> resolver) {
    this.properties = properties;
    this.resolver = resolver;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    BodyLimit limit = properties.limitOf(request.getRequestURI());
    long declared = request.getContentLengthLong();
    if (declared > limit.limit().toBytes()) {
      BodyRefusedException tooLarge = BodyRefusedException.tooLarge(limit.limit());
      resolver.getObject().resolveException(request, response, null, tooLarge.toProblem());
    } else if (declared < 0 && limit.unlimitedWhenStreamed()) {
      chain.doFilter(request, response);
    } else {
      chain.doFilter(new LimitedRequest(request, limit.limit()), response);
    }
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
