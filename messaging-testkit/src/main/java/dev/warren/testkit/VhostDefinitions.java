package dev.warren.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The queues, exchanges, bindings and policies of {@code broker/definitions.json}, and of the files
 * beside it that need a broker of some version, for any vhost.
 */
final class VhostDefinitions {

  private static final Pattern FILE = Pattern.compile("definitions(?:-(\\d+)\\.(\\d+))?\\.json");
  private static final ObjectMapper JSON = new JsonMapper();

  private VhostDefinitions() {}

  /** The documents that a broker of this version loads, in their order. */
  static List<String> fromRepository(BrokerVersion version) {
    try (Stream<Path> files = Files.list(RepositoryRoot.find().resolve("broker"))) {
      return files
          .filter(file -> isFor(version, file.getFileName().toString()))
          .sorted(Comparator.comparing(file -> file.toString().replace(".json", "")))
          .map(VhostDefinitions::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return withoutVhost(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code definitions.json} is for all, {@code definitions-4.3.json} for 4.3 and newer ones. */
  static boolean isFor(BrokerVersion version, String file) {
    Matcher name = FILE.matcher(file);
    if (!name.matches()) {
      return false;
    }
    return name.group(1) == null
        || version.atLeast(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)));
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
