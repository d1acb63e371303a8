package dev.warren.security;

import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Whoever calls says who they are, with every request anew: there are no sessions, no cookies and
 * no forms, so a page of another site has nothing to abuse and CSRF tokens would guard nothing.
 *
 * <p>The filters are put together here, rather than by {@code oauth2ResourceServer()}: that one
 * would also publish metadata which no key has anything to do with.
 *
 * @see <a
 *     href="https://docs.spring.io/spring-security/reference/servlet/authorization/authorize-http-requests.html">Authorize
 *     HttpServletRequests</a>
 */
@Configuration(proxyBeanMethods = false)
@OnSecurityMode({SecurityMode.API_KEYS, SecurityMode.JWT})
class GuardedConfiguration {

  /** A timer for each step of each request is more than these steps are worth. */
  @Bean
  SecurityObservationSettings noObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  Callers callers() {
    return new KnownCallers();
  }

  @Bean
  Refusals refusals(
      @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
    return new Refusals(resolver);
  }

  @Bean
  Credentials credentials(
      AccessProperties properties,
      @Value("${warren.security.api-keys:}") String keys,
      ObjectProvider<JwtDecoder> decoder,
      ObjectProvider<JwtAuthenticationConverter> converter) {
    return properties.mode() == SecurityMode.JWT
        ? Credentials.tokens(decoder.getIfAvailable(), converter.getIfAvailable())
        : Credentials.keys(ApiKeys.parse(keys));
  }

  @Bean
  JwkSetUriJwtDecoderBuilderCustomizer issuerIsAskedSeldom() {
    return decoder -> decoder.restOperations(new IssuerClient(Ticker.systemTicker()));
  }

  /** Besides the audience: a refusal names the caller, and the rate limit counts by the name. */
  @Bean
  OAuth2TokenValidator<Jwt> callerHasAName(
      @Value("${spring.security.oauth2.resourceserver.jwt.principal-claim-name:sub}")
          String claim) {
    return new JwtClaimValidator<>(claim, name -> name != null && !name.toString().isBlank());
  }

  /** A port of its own has health and metrics and is not for callers: networks guard it. */
  @Bean
  @Order(1)
  @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
  SecurityFilterChain managementPort(HttpSecurity http, Environment environment) {
    return stateless(http)
        .securityMatcher(
            request ->
                request.getLocalPort()
                    == environment.getProperty("local.management.port", Integer.class, -1))
        .authorizeHttpRequests(AccessRules::applyToManagementPort)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain api(
      HttpSecurity http, AccessProperties properties, Credentials credentials, Refusals refusals) {
    return stateless(http)
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilter(credentials.filter(refusals))
        .authorizeHttpRequests(requests -> AccessRules.apply(requests, properties.access()))
        .build();
  }

  private static HttpSecurity stateless(HttpSecurity http) {
    return http.sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable); // ResponseHeaders writes them in every mode
  }
}
