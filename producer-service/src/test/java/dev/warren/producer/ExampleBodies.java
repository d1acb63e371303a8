package dev.warren.producer;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The bodies that Swagger UI offers to send, made as it makes them. */
record ExampleBodies(JsonNode document) {

  static ExampleBodies in(JsonNode document) {
    return new ExampleBodies(document);
  }

  /** The example of a media type, or else one put together from its schema's examples. */
  String of(JsonNode mediaType) {
    JsonNode own = mediaType.path("example");
    JsonNode named = mediaType.path("examples");
    if (!own.isMissingNode()) {
      return text(own);
    }
    return named.isEmpty()
        ? text(bySchema(mediaType.path("schema")))
        : text(named.iterator().next().path("value"));
  }

  private JsonNode bySchema(JsonNode schema) {
    if (schema.has("$ref")) {
      return bySchema(document.at(schema.get("$ref").asString().substring(1)));
    }
    if (schema.has("example")) {
      return schema.get("example");
    }
    ObjectNode object = JsonMapper.shared().createObjectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      object.set(property.getKey(), bySchema(property.getValue()));
    }
    return object;
  }

  private static String text(JsonNode example) {
    return example.isString() ? example.asString() : example.toString();
  }
}
