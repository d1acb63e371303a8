package dev.warren.security;

import dev.warren.messaging.text.LogText;
import dev.warren.messaging.web.ProblemException;
import dev.warren.messaging.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Who is not let in is told so by a problem, and by a challenge of RFC 6750. What is wrong with a
 * credential stays untold.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final Logger log = LoggerFactory.getLogger(Refusals.class);

  private static final String CHALLENGE = "Bearer realm=\"warren\"";
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final ObjectProvider<HandlerExceptionResolver> resolver;

  Refusals(ObjectProvider<HandlerExceptionResolver> resolver) {
    this.resolver = resolver;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown) {
    if (!(unknown instanceof InsufficientAuthenticationException)) { // some credential was shown
      String address = LogText.oneLine(request.getRemoteAddr());
      log.info("No valid credential from {}: {}", address, what(request));
    }
    answer(request, response, problem(unknown));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    String name = caller == null ? "nobody" : LogText.oneLine(caller.getName());
    log.info("Not allowed to {}: {}", name, what(request));
    answer(request, response, problem(denied));
  }

  private static String what(HttpServletRequest request) {
    return LogText.oneLine(request.getMethod() + " " + request.getRequestURI());
  }

  private void answer(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem) {
    resolver.getObject().resolveException(request, response, null, problem);
  }

  private static ProblemException problem(AuthenticationException unknown) {
    if (unknown instanceof AuthenticationServiceException) {
      String detail = "The keys of whoever issued the token cannot be had now";
      return new ProblemException(ProblemType.ISSUER_UNAVAILABLE, detail).retryAfter(RETRY);
    }
    return unknown instanceof OAuth2AuthenticationException
        ? challenge(
            ProblemType.UNAUTHENTICATED,
            "The key or token is not valid here",
            CHALLENGE + ", error=\"invalid_token\"")
        : challenge(ProblemType.UNAUTHENTICATED, "A key or token is required", CHALLENGE);
  }

  private static ProblemException problem(AccessDeniedException denied) {
    if (denied instanceof AuthorizationDeniedException reasoned
        && reasoned.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision) {
      return tooSmall(
          decision.getAuthorities().stream()
              .map(GrantedAuthority::getAuthority)
              .map(String::valueOf)
              .map(Scope::textOf)
              .collect(Collectors.joining(" ")));
    }
    return challenge(
        ProblemType.FORBIDDEN, "Nobody may do this", CHALLENGE + ", error=\"insufficient_scope\"");
  }

  /** The caller is known, and lacks this scope. */
  static ProblemException tooSmall(String scope) {
    return challenge(
        ProblemType.FORBIDDEN,
        "This needs the scope " + scope,
        CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
  }

  private static ProblemException challenge(ProblemType type, String detail, String challenge) {
    ProblemException problem = new ProblemException(type, detail);
    problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
    return problem;
  }
}
