package dev.warren.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The queues, exchanges, bindings and policies of {@code broker/definitions.json}, for any vhost.
 */
final class VhostDefinitions {

  private static final ObjectMapper JSON = new JsonMapper();

  private VhostDefinitions() {}

  static String fromRepository() {
    Path file = RepositoryRoot.find().resolve("broker/definitions.json");
    try {
      return withoutVhost(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code POST /api/definitions/{vhost}} takes them: no users, no mention of a vhost. */
  static String withoutVhost(String definitions) {
    ObjectNode result = JSON.createObjectNode();
    JsonNode all = JSON.readTree(definitions);
    for (String kind : new String[] {"queues", "exchanges", "bindings", "policies"}) {
      JsonNode entries = all.path(kind);
      if (entries.isArray()) {
        entries.forEach(entry -> ((ObjectNode) entry).remove("vhost"));
        result.set(kind, entries);
      }
    }
    return result.toString();
  }
}
