package dev.warren.producer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.MimeTypeUtils;

/** What the API says about itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Warren producer")
                .description(
                    """
                    Sends messages through every pattern, each answered with what the broker said: \
                    `202` means that the broker has the message, and a problem (RFC 9457) says what \
                    is known otherwise. The examples can be sent as they are.""")
                .version("v1"));
  }

  /** A plain text is a text, though a handler may take it as the field of an object. */
  @Bean
  OpenApiCustomizer plainTextBodies() {
    return api ->
        api.getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .map(OpenApiConfiguration::plainText)
            .filter(Objects::nonNull)
            .forEach(OpenApiConfiguration::describeAsText);
  }

  private static @Nullable MediaType plainText(Operation operation) {
    return operation.getRequestBody() == null
        ? null
        : operation.getRequestBody().getContent().get(MimeTypeUtils.TEXT_PLAIN_VALUE);
  }

  private static void describeAsText(MediaType body) {
    if (body.getSchema() == null || body.getSchema().get$ref() != null) {
      body.schema(new StringSchema().example("Hello World!"));
    }
  }
}
