package dev.warren.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.OpaqueTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/**
 * By what callers are known.
 *
 * @param provider who a credential belongs to
 * @param resolver where it is in a request
 */
record Credentials(AuthenticationProvider provider, BearerTokenResolver resolver) {

  private static final String KEY_HEADER = "X-API-Key";

  /** Keys, as {@code Authorization: Bearer} or {@code X-API-Key}. */
  static Credentials keys(ApiKeys keys) {
    BearerTokenResolver bearer = new DefaultBearerTokenResolver();
    return new Credentials(
        new OpaqueTokenAuthenticationProvider(keys),
        request -> {
          String key = request.getHeader(KEY_HEADER);
          return key == null ? bearer.resolve(request) : key;
        });
  }

  /**
   * Tokens, as {@code Authorization: Bearer}.
   *
   * @throws SecurityNotConfiguredException if nothing says how to verify them
   */
  static Credentials tokens(
      @Nullable JwtDecoder decoder, @Nullable JwtAuthenticationConverter converter) {
    if (decoder == null) {
      throw new SecurityNotConfiguredException(
          "Callers are to have tokens (jwt), and it is not said whose.");
    }
    JwtAuthenticationProvider provider =
        new JwtAuthenticationProvider(token -> decode(decoder, token));
    if (converter != null) {
      provider.setJwtAuthenticationConverter(converter);
    }
    return new Credentials(provider, new DefaultBearerTokenResolver());
  }

  /** An issuer whose keys were never looked up is away like one whose keys were. */
  private static Jwt decode(JwtDecoder decoder, String token) {
    try {
      return decoder.decode(token);
    } catch (JwtDecoderInitializationException e) {
      throw new JwtException("The issuer's keys cannot be looked up", e);
    }
  }

  BearerTokenAuthenticationFilter filter(Refusals refusals) {
    BearerTokenAuthenticationConverter converter = new BearerTokenAuthenticationConverter();
    converter.setBearerTokenResolver(resolver);
    BearerTokenAuthenticationFilter filter =
        new BearerTokenAuthenticationFilter(new ProviderManager(provider), converter);
    filter.setAuthenticationEntryPoint(refusals);
    filter.setAuthenticationFailureHandler(refusals::commence);
    return filter;
  }
}
