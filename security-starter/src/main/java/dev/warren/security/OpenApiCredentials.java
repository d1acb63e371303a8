package dev.warren.security;

import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the description of the API what a call needs; Swagger UI then asks for it. */
@Configuration(proxyBeanMethods = false)
@OnSecurityMode({SecurityMode.API_KEYS, SecurityMode.JWT})
@ConditionalOnClass(OpenApiCustomizer.class)
class OpenApiCredentials {

  private static final String NAME = "credential";

  @Bean
  OpenApiCustomizer credentialIsRequired() {
    SecurityScheme bearer =
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description("An API key or a token");
    return api ->
        api.schemaRequirement(NAME, bearer)
            .addSecurityItem(new SecurityRequirement().addList(NAME));
  }
}
