package dev.warren.systemtests.faults.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.faults.ledger.Effect;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskLogTest {

  @Test
  void aTaskIsDoneWhenTheWorkerSaysSoAfterItsBeginning() {
    TaskLog log = log(line(" [x] Received run-1...", "id-1"), line(" [x] Done", "id-1"));

    assertThat(log.done()).extracting(Effect::token).containsExactly("run-1");
  }

  @Test
  void aTaskThatWasOnlyBegunIsNotDone() {
    TaskLog log = log(line(" [x] Received run-1", "id-1"));

    assertThat(log.begun()).containsExactly("run-1");
    assertThat(log.done()).isEmpty();
  }

  @Test
  void tasksOfSeveralConsumersAreToldApart() {
    TaskLog log =
        log(
            line(" [x] Received run-1", "id-1"),
            line(" [x] Received run-2", "id-2"),
            line(" [x] Done", "id-2"));

    assertThat(log.done()).extracting(Effect::token).containsExactly("run-2");
  }

  @Test
  void aLineThatWasCutOffByTheKillCountsForNothing() {
    String whole = line(" [x] Done", "id-1");
    TaskLog log = log(line(" [x] Received run-1", "id-1"), whole.substring(0, whole.length() - 8));

    assertThat(log.done()).isEmpty();
  }

  @Test
  void aTaskThatIsDoneWithoutABeginningIsNotOverlooked() {
    assertThat(log(line(" [x] Done", "id-1")).done())
        .extracting(Effect::token)
        .containsExactly("id-1");
  }

  private static TaskLog log(String... lines) {
    return TaskLog.read("worker", Stream.of(lines));
  }

  private static String line(String message, String id) {
    return "{\"@timestamp\":\"2026-01-01T00:00:00.123+01:00\",\"message\":\"%s\",\"messageId\":\"%s\"}"
        .formatted(message, id);
  }
}
