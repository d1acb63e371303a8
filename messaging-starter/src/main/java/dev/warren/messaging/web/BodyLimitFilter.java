package dev.warren.messaging.web;

import dev.warren.messaging.web.HttpProperties.BodyLimit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses a body that declares itself too long before a byte of it is read, and stops reading one
 * that turns out to be. Either way the answer is a {@code body-too-large} problem. Also stops
 * reading one that takes too long, which is a {@code body-too-slow} problem; where a body may go on
 * for ever, a short one may take its time as well, since what it says is used as it comes.
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
      @Nullable Duration time = limit.unlimitedWhenStreamed() ? null : properties.bodyTime();
      chain.doFilter(new LimitedRequest(request, limit.limit(), time), response);
    }
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
