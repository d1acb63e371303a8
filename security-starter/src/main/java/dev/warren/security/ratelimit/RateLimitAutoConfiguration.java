package dev.warren.security.ratelimit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** A limit for each caller, in every mode. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(RateLimitProperties.class)
class RateLimitAutoConfiguration {

  @Bean
  RateLimit rateLimit(RateLimitProperties properties) {
    return new RateLimit(properties);
  }

  @Bean
  RateLimitFilter rateLimitFilter(
      RateLimit limit,
      @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> resolver) {
    return new RateLimitFilter(limit, resolver);
  }
}
