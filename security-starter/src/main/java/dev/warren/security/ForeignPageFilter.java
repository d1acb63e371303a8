package dev.warren.security;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Loopback keeps other machines out, but not the pages that a browser of this machine shows: any of
 * them could send tasks here. Browsers say which page sends ({@code Origin}); unless that is one of
 * this machine or of an address without a name, what it sends is refused. Reading is left to the
 * browser, which shows no page what another site answered.
 *
 * <p>Only where the service is open. Elsewhere a page would have to know a key, which browsers do
 * not send by themselves.
 */
final class ForeignPageFilter extends OncePerRequestFilter implements Ordered {

  /** Before a request takes a place among those in hand. */
  private static final int ORDER = -100;

  private static final Pattern OWN_PAGE =
      Pattern.compile(
          "https?://(localhost|[\\w-]+\\.localhost|\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[0-9a-fA-F:]+])(:\\d+)?");

  private final ObjectProvider<HandlerExceptionResolver> resolver;

  ForeignPageFilter(ObjectProvider<HandlerExceptionResolver> resolver) {
    this.resolver = resolver;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isOwn(request)) {
      chain.doFilter(request, response);
    } else {
      ProblemException foreign =
          new ProblemException(
              ProblemType.FORBIDDEN, "While this service is open, it takes nothing from that page");
      resolver.getObject().resolveException(request, response, null, foreign);
    }
  }

  private static boolean isOwn(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null
        || request.getMethod().equals("GET")
        || OWN_PAGE.matcher(origin).matches();
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
