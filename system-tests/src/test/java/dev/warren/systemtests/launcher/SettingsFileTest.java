package dev.warren.systemtests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./warren} takes from {@code .env}, which Compose reads too. */
class SettingsFileTest {

  @TempDir private Path folder;

  @Test
  void theLastLineCountsAndAVariableMoreThanThat() {
    assertThat(
            output(
                """
                set_in_file WARREN_WORKER_PORT=1 WARREN_WORKER_PORT=2 WARREN_RPC_FIB_PORT=3
                export WARREN_RPC_FIB_PORT=4
                wanted_port worker-service
                wanted_port rpc-fib-service
                wanted_port producer-service
                """))
        .isEqualTo("2\n4\n8080\n");
  }

  @Test
  void whatRunsStaysOnItsPortUnlessAnotherIsNamed() {
    assertThat(
            output(
                """
                set_in_file WARREN_WORKER_PORT=2
                for service in worker-service producer-service; do
                  prefer_port "$service" 1
                  wanted_port "$service"
                done
                """))
        .isEqualTo("2\n1\n");
  }

  @Test
  void withoutComposeItsVariablesReachTheServicesAllTheSame() {
    assertThat(
            output(
                """
                set_in_file '# WARREN_WORKER_CONSUMERS=7' WARREN_WORKER_PREFETCH=2 WARREN_TRACING=true
                export WARREN_TRACING=false
                settings_for_processes
                env | grep -E '^WARREN_(WORKER|TRACING)' | sort
                """))
        .isEqualTo("WARREN_TRACING=false\nWARREN_WORKER_PREFETCH=2\n");
  }

  private String output(String commands) {
    return LauncherScripts.run(folder, commands).orThrow().output();
  }
}
