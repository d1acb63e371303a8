package dev.warren.systemtests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./warren up} makes of the log of a broker whose definitions have an error. */
class BrokerCrashTest {

  /** How RabbitMQ 4.3.6 ended, with a file that it mounts and what is wrong with it put in. */
  private static final String LOG =
      """
      2026-11-29 16:55:06.006366+00:00 [error] <0.839.0>                           {failed_to_import_definitions,
      2026-11-29 16:55:06.006366+00:00 [error] <0.839.0>                               "/etc/rabbitmq/definitions.d/%1$s",
      2026-11-29 16:55:06.006366+00:00 [error] <0.839.0>                               %2$s}}
      {exit,{21969,{error,{failed_to_import_definitions,"/etc/rabbitmq/definitions.d/%1$s",%2$s}}},[{rabbit,start_it,1,[{file,"rabbit.erl"},{line,442}]},{init,start_it,1,[]},{init,start_em,1,[]},{init,do_boot,3,[]}]}
      Runtime terminating during boot ({21969,{error,{failed_to_import_definitions,"/etc/rabbitmq/definitions.d/%1$s",%2$s}}})

      Crash dump is being written to: /var/log/rabbitmq/erl_crash.dump...done
      """;

  /** The engine starts it again, so there is more of a log behind what matters. */
  private static final String NEXT_START =
      "2026-11-29 16:55:10.006366+00:00 [info] <0.211.0> Feature flags: registry\n".repeat(300);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "10-warren.json     | not_json | definitions.json",
        "20-warren-4.3.json | <<\"{no_such_user,<<\\\"nobody\\\">>}\">> | definitions-4.3.json",
        "90-demo.json       | not_json | demo/definitions.json",
      })
  void theFileAndWhatIsWrongWithItAreNamed(String mounted, String reason, String file)
      throws IOException {
    assertThat(explained(LOG.formatted(mounted, reason) + NEXT_START))
        .isEqualTo("There is an error in broker/%s: %s%n".formatted(file, reason));
  }

  @Test
  void whatIsToldInOtherWordsLeadsToTheFilesAllTheSame() throws IOException {
    assertThat(explained("{error,{failed_to_import_definitions,<<\"bad\">>}}\n"))
        .startsWith("There is an error in the broker's definitions: see broker/definitions*.json");
  }

  @Test
  void aBrokerThatEndedForAnotherReasonHasNoErrorInItsDefinitions() throws IOException {
    assertThat(explained("2026-11-29 [error] <0.1.0> no space left\n")).isEmpty();
  }

  private String explained(String log) throws IOException {
    Files.writeString(folder.resolve("log"), log);
    return LauncherScripts.run(
            folder,
            """
            . launcher/docker.sh
            # as an engine does: the last lines, on its standard error
            docker() { [[ $1 == logs && $2 == --tail ]] && tail -n "$3" "$folder/log" >&2; }
            explain_definitions warren-rabbitmq-1
            """)
        .orThrow()
        .errors();
  }
}
