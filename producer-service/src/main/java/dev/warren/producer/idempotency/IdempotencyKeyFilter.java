package dev.warren.producer.idempotency;

import dev.warren.messaging.web.HttpProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Has each {@code POST} that brings an {@code Idempotency-Key} done once, and its answer kept
 * before it leaves. One without the header passes by, and needs no database.
 *
 * <p>A body that may go on for ever cannot be compared, and what it says was done before its end is
 * seen: it is refused with the header, and one whose length is declared is not.
 */
final class IdempotencyKeyFilter extends OncePerRequestFilter implements Ordered {

  /** Behind the limits of requests in hand and of bodies. */
  private static final int ORDER = 20;

  private final IdempotencyKeys keys;
  private final HttpProperties http;
  private final ObjectProvider<HandlerExceptionResolver> resolver;

  IdempotencyKeyFilter(
      IdempotencyKeys keys,
      HttpProperties http,
      ObjectProvider<HandlerExceptionResolver> resolver) {
    this.keys = keys;
    this.http = http;
    this.resolver = resolver;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod()) || !KeyHeader.isIn(request);
  }

  /** An answer that was awaited is written in a dispatch of its own. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getAttribute(KeyedExchange.ATTRIBUTE) instanceof KeyedExchange begun) {
      proceed(begun, request, response, chain);
      return;
    }
    KeyedRequest keyed;
    Claim claim;
    try {
      keyed = read(request);
      claim = keys.claim(keyed);
      if (claim.answer() != null) {
        claim.answer().writeTo(response);
        return;
      }
    } catch (RuntimeException e) {
      resolver.getObject().resolveException(request, response, null, e);
      return;
    }
    KeyedExchange exchange = new KeyedExchange(claim, new ContentCachingResponseWrapper(response));
    keyed.setAttribute(KeyedExchange.ATTRIBUTE, exchange);
    proceed(exchange, keyed, exchange.response(), chain);
  }

  private KeyedRequest read(HttpServletRequest request) {
    boolean endless =
        request.getContentLengthLong() < 0
            && http.limitOf(request.getRequestURI()).unlimitedWhenStreamed();
    if (endless) {
      throw KeyHeader.unusable(
          "needs a body with a Content-Length here: others may go on for ever");
    }
    return KeyedRequest.read(request);
  }

  private void proceed(
      KeyedExchange exchange,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    boolean returned = false;
    try {
      chain.doFilter(request, response);
      returned = true;
    } finally {
      if (!returned) {
        keys.failed(exchange.claim());
      }
    }
    if (!isAsyncStarted(request)) {
      keys.answered(exchange.claim(), exchange.response());
      exchange.response().copyBodyToResponse();
    }
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
