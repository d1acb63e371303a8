package dev.warren.producer.idempotency;

import dev.warren.messaging.web.HttpProperties;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Has the API say where the header is taken, and what it does. */
final class KeyDocumentation implements OpenApiCustomizer {

  private static final String DESCRIPTION =
      """
      Makes the request safe to repeat: sent again with the same key, it is answered as before \
      (with `Idempotency-Replayed: true`) and not done again. 409: the first one is still in hand. \
      422: the key came with another request. 1 to 255 printable characters, in quotes or bare; \
      a UUID is a good key.""";

  private static final String ONLY_OF_A_LENGTH =
      " Only with a body that has a `Content-Length`: a stream is refused with 400.";

  private final HttpProperties http;

  KeyDocumentation(HttpProperties http) {
    this.http = http;
  }

  @Override
  public void customise(OpenAPI api) {
    api.getPaths()
        .forEach(
            (path, item) -> {
              Operation post = item.getPost();
              if (post != null) {
                post.addParametersItem(
                    header(http.limitOf(path).unlimitedWhenStreamed() ? ONLY_OF_A_LENGTH : ""));
              }
            });
  }

  /** The first example is what Swagger UI sends: a key for each try would be the same one. */
  private static Parameter header(String more) {
    return new HeaderParameter()
        .name(KeyHeader.NAME)
        .required(false)
        .description(DESCRIPTION + more)
        .schema(new StringSchema())
        .addExample("none", new Example().summary("without").value(""))
        .addExample("quoted", new Example().value("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""))
        .addExample("bare", new Example().value("8e03978e-40d5-43dd-bc93-6894a57f9324"));
  }
}
