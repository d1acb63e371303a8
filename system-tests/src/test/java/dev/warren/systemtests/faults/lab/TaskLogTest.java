package dev.warren.systemtests.faults.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.faults.ledger.Effect;
import java.time.Instant;
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

  @Test
  void aWorkerIsDownFromItsEndUntilItWorksAgain() {
    TaskLog log =
        log(
            lineAt("00:00:01.000", "A task asks for the end of this process"),
            lineAt("00:00:01.005", " [x] Received of another consumer"),
            lineAt("00:00:09.000", "Started WorkerApplication in 7.5 seconds"),
            lineAt("00:00:20.000", "A task asks for the end of this process"),
            lineAt("00:00:31.000", " [x] Received run-1"),
            lineAt("00:00:31.002", "A task asks for the end of this process"));

    assertThat(log.downs())
        .containsExactly(
            new Absence.Down(at("00:00:01.000"), at("00:00:09.000")),
            new Absence.Down(at("00:00:20.000"), at("00:00:31.000")),
            new Absence.Down(at("00:00:31.002"), Instant.MAX));
  }

  private static String lineAt(String time, String message) {
    return line(message, "id-1").replace("00:00:00.123+01:00", time + "Z");
  }

  private static Instant at(String time) {
    return Instant.parse("2026-01-01T%sZ".formatted(time));
  }

  private static TaskLog log(String... lines) {
    return TaskLog.read("worker", Stream.of(lines));
  }

  private static String line(String message, String id) {
    return "{\"@timestamp\":\"2026-01-01T00:00:00.123+01:00\",\"message\":\"%s\",\"messageId\":\"%s\"}"
        .formatted(message, id);
  }
}
