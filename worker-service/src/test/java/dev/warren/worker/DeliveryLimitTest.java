package dev.warren.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.contracts.WorkQueue;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bounds of the worker's settings follow from the broker's files. */
class DeliveryLimitTest {

  private static final Path BROKER = Path.of("..", "broker");

  @Test
  void ofTheWorkQueueLeavesRoomForEverySuspect() throws IOException {
    List<Integer> limits = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(BROKER, "definitions*.json")) {
      for (Path file : files) {
        limits.addAll(limitsIn(JsonMapper.shared().readTree(Files.readString(file))));
      }
    }
    assertThat(limits).hasSize(2).allMatch(limit -> limit >= 2 * WorkerProperties.MOST_LOST);
  }

  private static List<Integer> limitsIn(JsonNode definitions) {
    return definitions
        .path("policies")
        .valueStream()
        .filter(policy -> WorkQueue.QUEUE.matches(policy.path("pattern").asString()))
        .map(policy -> policy.path("definition").path("delivery-limit").asInt())
        .toList();
  }
}
