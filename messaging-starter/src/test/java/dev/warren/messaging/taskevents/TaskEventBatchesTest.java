package dev.warren.messaging.taskevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.contracts.TaskEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class TaskEventBatchesTest {

  private static final Duration NO_WAIT = Duration.ZERO;

  private final TaskEventsProperties properties =
      new TaskEventsProperties(
          1000, DataSize.ofKilobytes(400), 500, DataSize.ofKilobytes(10), NO_WAIT, NO_WAIT);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TaskEventBuffer buffer = new TaskEventBuffer(properties, meters);
  private final JsonMapper json = new JsonMapper();
  private final TaskEventBatches batches = new TaskEventBatches(buffer, properties, json);

  @Test
  void givesNothingWhenNothingWaits() throws Exception {
    assertThat(batches.next(NO_WAIT)).isNull();
    assertThat(batches.isEmpty()).isTrue();
  }

  @Test
  void cutsBatchesAtTheirGreatestSize() throws Exception {
    for (int i = 0; i < 5; i++) {
      buffer.add(event("x".repeat(4_000)));
    }

    assertThat(sizes()).containsExactly(2, 2, 1);
    assertThat(batches.isEmpty()).isTrue();
  }

  @Test
  void sendsAnEventLargerThanABatchOnItsOwn() throws Exception {
    buffer.add(event("small"));
    buffer.add(event("x".repeat(50_000)));
    buffer.add(event("small"));

    assertThat(sizes()).containsExactly(1, 1, 1);
  }

  @Test
  void boundsTheTextThatWaits() {
    for (int i = 0; i < 10; i++) {
      buffer.add(event("x".repeat(100_000)));
    }

    assertThat(meters.counter("warren.task.events.dropped").count()).isEqualTo(6);
  }

  @Test
  void cutsATextThatWouldNotFitIntoAMessageWithoutBreakingACharacter() {
    String text = "x".repeat(TaskEventTexts.MAX_LENGTH - 1) + "\uD83D\uDE00";

    TaskEvent cut = TaskEventTexts.cut(event(text));

    assertThat(cut.text()).hasSize(TaskEventTexts.MAX_LENGTH - 1).doesNotContain("\uD83D");
    byte[] worst = json.writeValueAsBytes(TaskEventTexts.cut(event("\u0001".repeat(1_000_000))));
    assertThat(worst).hasSizeLessThan(512 * 1024);
  }

  private int[] sizes() throws InterruptedException {
    int[] sizes = new int[3];
    for (int i = 0; i < sizes.length; i++) {
      TaskEventBatch batch = Objects.requireNonNull(batches.next(NO_WAIT));
      sizes[i] = json.readTree(batch.toJson()).size();
      assertThat(batch.events()).hasSize(sizes[i]);
    }
    return sizes;
  }

  private static TaskEvent event(String text) {
    return TaskEvent.submitted("id", text, Instant.EPOCH);
  }
}
