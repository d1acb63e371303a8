package dev.warren.logsubscriber.receivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warren.messaging.settings.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class LogFileTest {

  @TempDir private Path directory;

  @Test
  void appendsToWhatIsThere() throws IOException {
    for (String line : new String[] {" [x] first", " [x] {} %d second"}) {
      LogFile file = open(directory.resolve("new"));
      file.append(line);
      file.destroy();
    }

    assertThat(Files.readAllLines(directory.resolve("new/logs_from_rabbit.log")))
        .hasSize(2)
        .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z .*"))
        .last()
        .asString()
        .endsWith("Z [x] {} %d second");
  }

  @Test
  void keepsSoManyRolledFilesOfSuchASize() throws IOException {
    LogFile file = open(directory);
    for (int i = 0; i < 200; i++) {
      file.append(" [x] " + "x".repeat(100));
    }
    file.destroy();

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files)
          .extracting(each -> each.getFileName().toString())
          .containsExactlyInAnyOrder(
              "logs_from_rabbit.log", "logs_from_rabbit.1.log", "logs_from_rabbit.2.log");
    }
    assertThat(directory.resolve("logs_from_rabbit.1.log")).content().hasSizeBetween(1024, 1200);
  }

  @Test
  void saysWhatToDoIfItCannotBeWritten() throws IOException {
    Path noDirectory = Files.createFile(directory.resolve("file"));

    assertThatExceptionOfType(WrongSettingException.class)
        .isThrownBy(() -> open(noDirectory))
        .withMessageContaining("WARREN_LOG_DIR");
  }

  private static LogFile open(Path directory) {
    return new LogFile(new LogFileProperties(directory, DataSize.ofKilobytes(1), 2));
  }
}
