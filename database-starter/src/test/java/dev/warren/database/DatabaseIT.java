package dev.warren.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.testkit.Bounds;
import dev.warren.testkit.DatabaseTest;
import dev.warren.testkit.Relay;
import dev.warren.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseIT {

  @DatabaseTest
  void aServiceStartsWithoutItsDatabaseAndMigratesItWhenItComes(TestDatabase database)
      throws Exception {
    try (Relay relay = database.shutRelay();
        RunningNotes notes = RunningNotes.start(database.springSettings(relay))) {
      notes.assertNoDatabase();
      assertThat(notes.get("/actuator/health/liveness").getStatusCode().value()).isEqualTo(200);
      assertThat(notes.get("/actuator/health").getBody()).contains("\"db\":{\"status\":\"DOWN\"}");

      relay.open();

      Bounds.soon().untilAsserted(() -> assertThat(notes.count()).isZero());
    }
  }

  @DatabaseTest
  void aDatabaseThatGoesIsUsedAgainWhenItIsBack(TestDatabase database) throws Exception {
    try (Relay relay = database.shutRelay().open();
        RunningNotes notes = RunningNotes.start(database.springSettings(relay))) {
      notes.add("kept");

      relay.shut();
      notes.assertNoDatabase();
      relay.open();

      Bounds.soon().untilAsserted(() -> assertThat(notes.count()).isOne());
    }
  }

  @DatabaseTest
  void aWrongPasswordIsSaidOnceAndSoIsThatItIsRightNow(TestDatabase database, CapturedOutput output)
      throws Exception {
    try (RunningNotes notes = RunningNotes.start(database.springSettings())) {
      notes.add("kept"); // H2 makes a database with the password that comes first
    }
    try (RunningNotes notes = RunningNotes.start(database.springSettings("long-gone"))) {
      notes.assertNoDatabase();
      notes.assertNoDatabase();
      assertThat(output)
          .containsOnlyOnce("refuses the user '" + database.username() + "'")
          .containsPattern("WARN .*The database at jdbc:.*[0-9a-f]{12} refuses .*; waiting for it")
          .containsPattern("A request finds no database: .*password")
          .doesNotContain("long-gone");

      notes.usePassword(database.password());

      Bounds.soon().untilAsserted(() -> assertThat(notes.count()).isOne());
      assertThat(output).containsOnlyOnce(" answers");
    }
  }

  @DatabaseTest
  void replicasMigrateTheSameDatabaseOnce(TestDatabase database) {
    try (RunningNotes one = RunningNotes.start(database.springSettings());
        RunningNotes other = RunningNotes.start(database.springSettings())) {
      one.add("by one");
      other.add("by the other");

      assertThat(one.count()).isEqualTo(2);
    }
  }

  @DatabaseTest
  void aWrongStatementIsAFaultOfOurs(TestDatabase database) {
    try (RunningNotes notes = RunningNotes.start(database.springSettings())) {
      assertThat(notes.get("/mistake").getStatusCode().value()).isEqualTo(500);
    }
  }

  @Test
  void theFileOfH2IsTheDefaultAndKeepsWhatIsWritten(@TempDir Path folder) {
    List<String> settings = List.of("WARREN_DATA_DIR=" + folder);
    try (RunningNotes notes = RunningNotes.start(settings)) {
      // on a busy machine the file may take longer to open than a request waits for a connection
      await().untilAsserted(() -> notes.add("kept"));
    }
    assertThat(folder.resolve("notes.mv.db")).isNotEmptyFile();

    try (RunningNotes notes = RunningNotes.start(settings)) {
      assertThat(notes.count()).isOne();
    }
  }
}
