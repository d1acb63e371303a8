package dev.warren.security;

import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Loopback keeps other machines out, but not the pages that a browser of this machine shows: any of
 * them could send tasks here. Browsers say which page sends ({@code Origin}); unless that is one of
 * this machine, or came from the very address that it sends to, what it sends is refused. An
 * address in figures, that is: a name may lead here although it is another's. Reading is left to
 * the browser, which shows no page what another site answered.
 *
 * <p>Only where the service is open. Elsewhere a page would have to know a key, which browsers do
 * not send by themselves.
 */
final class ForeignPageFilter extends OncePerRequestFilter implements Ordered {

  /** Before a request takes a place among those in hand. */
  private static final int ORDER = -100;

  private static final Pattern PAGE = Pattern.compile("https?://(?<host>.+)");
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(localhost|[\\w-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");
  private static final Pattern IN_FIGURES =
      Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:]+])(:\\d+)?");

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
        || isOwn(origin, request.getHeader(HttpHeaders.HOST));
  }

  private static boolean isOwn(String origin, @Nullable String here) {
    Matcher page = PAGE.matcher(origin);
    if (!page.matches()) {
      return false;
    }
    String host = page.group("host");
    return THIS_MACHINE.matcher(host).matches()
        || (IN_FIGURES.matcher(host).matches() && host.equals(here));
  }

  @Override
  public int getOrder() {
    return ORDER;
  }
}
