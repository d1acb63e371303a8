package dev.warren.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.header.HeaderWriterFilter;

/** Asks callers who they are, or says that nobody is asked. */
@AutoConfiguration(
    beforeName =
        "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
    afterName =
        "org.springframework.boot.security.oauth2.server.resource.autoconfigure"
            + ".OAuth2ResourceServerAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessProperties.class)
@Import({OpenConfiguration.class, GuardedConfiguration.class, OpenApiCredentials.class})
class SecurityAutoConfiguration {

  SecurityAutoConfiguration(AccessProperties properties) {
    if (properties.mode() == null) {
      throw new SecurityNotConfiguredException("It is not said who may call this service.");
    }
  }

  @Bean
  static ManagementAddress managementAddress(ObjectProvider<ServerProperties> server) {
    return new ManagementAddress(server);
  }

  @Bean
  FilterRegistrationBean<HeaderWriterFilter> responseHeaders() {
    return ResponseHeaders.registration();
  }
}
