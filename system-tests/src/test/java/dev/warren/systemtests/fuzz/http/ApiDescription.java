package dev.warren.systemtests.fuzz.http;

import dev.warren.systemtests.suite.Answer;
import dev.warren.systemtests.suite.RestClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a service says of its API, at {@code /v3/api-docs}.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI</a>
 */
final class ApiDescription {

  /** That a task may ask for its worker's end is meant so, where it is allowed. */
  private static final Set<String> MEANT_TO_HARM = Set.of("simulate");

  private final RestClient service;
  private final JsonNode description;

  private ApiDescription(RestClient service, JsonNode description) {
    this.service = service;
    this.description = description;
  }

  static ApiDescription of(RestClient service) {
    Answer answer = service.get("/v3/api-docs");
    if (answer.status() != 200) {
      throw new IllegalStateException("no description of the API: " + answer.body());
    }
    return new ApiDescription(service, answer.json());
  }

  /** All operations, in an order that is always the same. */
  List<Operation> operations() {
    Map<String, Operation> operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        Operation operation = operation(path.getKey(), method.getKey(), method.getValue());
        operations.put(operation.toString(), operation);
      }
    }
    return new ArrayList<>(operations.values());
  }

  private Operation operation(String path, String method, JsonNode operation) {
    Map<String, Schema> parameters = new LinkedHashMap<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asString("").equals("query")) {
        parameters.put(parameter.path("name").asString(), schema(parameter.path("schema")));
      }
    }
    Map<String, Schema> bodies = new LinkedHashMap<>();
    operation
        .path("requestBody")
        .path("content")
        .properties()
        .forEach(
            content -> bodies.put(content.getKey(), schema(content.getValue().path("schema"))));
    return new Operation(service.url(), method.toUpperCase(Locale.ROOT), path, parameters, bodies);
  }

  private Schema schema(JsonNode reference) {
    JsonNode schema = resolve(reference);
    String type = schema.path("type").asString("string");
    JsonNode fields = type.equals("array") ? resolve(schema.path("items")) : schema;
    Map<String, Schema> known = new LinkedHashMap<>();
    fields
        .path("properties")
        .properties()
        .forEach(
            field -> {
              if (!MEANT_TO_HARM.contains(field.getKey())) {
                known.put(field.getKey(), schema(field.getValue()));
              }
            });
    return new Schema(type, known);
  }

  private JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : description.at(reference.substring(1));
  }
}
