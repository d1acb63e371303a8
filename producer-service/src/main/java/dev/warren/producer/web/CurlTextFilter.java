package dev.warren.producer.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets {@code curl -d 'Hello World!'} be enough where plain text is taken: curl calls whatever it
 * sends a form, so a form is taken there for the text that it is, as it stands.
 */
@Component
class CurlTextFilter extends OncePerRequestFilter {

  private static final Set<String> PATHS = Set.of("/api/hello", "/api/tasks", "/api/logs");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null
        || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        || !PATHS.contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new PlainTextRequest(request), response);
  }
}
