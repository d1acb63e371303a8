package dev.warren.messaging.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * A {@code Content-Type} that is none, such as a range of media types, is not taken if there is a
 * body, and does not matter if there is none. Spring MVC fails at it wherever it reads a body, even
 * for the {@code GET} of an actuator endpoint.
 */
final class ContentTypeFilter extends OncePerRequestFilter {

  private final ObjectProvider<HandlerExceptionResolver> resolver;

  ContentTypeFilter(ObjectProvider<HandlerExceptionResolver> resolver) {
    this.resolver = resolver;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String contentType = request.getContentType();
    if (contentType == null || isConcrete(contentType)) {
      chain.doFilter(request, response);
    } else if (hasBody(request)) {
      Exception unsupported =
          new HttpMediaTypeNotSupportedException("Content-Type must name one media type");
      resolver.getObject().resolveException(request, response, null, unsupported);
    } else {
      chain.doFilter(new UntypedRequest(request), response);
    }
  }

  private static boolean isConcrete(String contentType) {
    try {
      return MediaType.parseMediaType(contentType).isConcrete();
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }
}
