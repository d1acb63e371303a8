package dev.warren.systemtests.kubernetes;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the operators of custom resources, and kustomize, document of the kinds that we use: one
 * schema per kind in {@code kubernetes/}, written from their documentation. A field that is not in
 * it is an error.
 */
final class CustomResources {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private CustomResources() {}

  /** What is wrong with a document of such a kind. */
  static Optional<String> problem(Manifest manifest) {
    JsonNode content = manifest.content();
    return schema(manifest)
        .map(schema -> schema.validate(content).stream().map(String::valueOf))
        .orElseGet(() -> Stream.of("no schema for " + manifest.kind()))
        .reduce((one, other) -> one + "; " + other);
  }

  private static Optional<Schema> schema(Manifest manifest) {
    String resource = "/kubernetes/" + manifest.kind() + ".yaml";
    return Optional.ofNullable(CustomResources.class.getResourceAsStream(resource))
        .map(schema -> SCHEMAS.getSchema(schema, InputFormat.YAML));
  }
}
