package dev.warren.security;

import dev.warren.security.AccessProperties.Access;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Which request needs which scope. What is not listed, nobody may do. */
final class AccessRules {

  /** For probes, which get no details, and for people who want to read what there is. */
  private static final String[] PUBLIC = {
    "/livez",
    "/readyz",
    "/actuator/health",
    "/actuator/health/liveness",
    "/actuator/health/readiness",
    "/swagger-ui.html",
    "/swagger-ui/**",
    "/v3/api-docs",
    "/v3/api-docs/swagger-config"
  };

  /** Where they have a port of their own. */
  private static final String[] MANAGEMENT = {
    "/actuator/health",
    "/actuator/health/liveness",
    "/actuator/health/readiness",
    "/actuator/prometheus"
  };

  private AccessRules() {}

  static void applyToManagementPort(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll();
    requests.requestMatchers(HttpMethod.GET, MANAGEMENT).permitAll();
    requests.requestMatchers(HttpMethod.HEAD, MANAGEMENT).permitAll();
    requests.anyRequest().denyAll();
  }

  static void apply(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      List<Access> access) {
    // they follow upon a request that was let in, or tell of one that was refused
    requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll();
    requests.requestMatchers(HttpMethod.GET, PUBLIC).permitAll();
    requests.requestMatchers(HttpMethod.HEAD, PUBLIC).permitAll();
    for (Access rule : access) {
      rule.requests().forEach(request -> apply(requests, request, rule.scope()));
    }
    apply(requests, "GET /actuator/**", Scope.ADMIN); // where it has no port of its own
    requests.anyRequest().denyAll();
  }

  private static void apply(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      String request,
      Scope scope) {
    int space = request.indexOf(' ');
    HttpMethod method = HttpMethod.valueOf(request.substring(0, space));
    String path = request.substring(space + 1);
    requests.requestMatchers(method, path).hasAuthority(scope.authority());
    if (method.equals(HttpMethod.GET)) {
      requests.requestMatchers(HttpMethod.HEAD, path).hasAuthority(scope.authority());
    }
  }
}
