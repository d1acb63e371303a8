package dev.warren.systemtests.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.systemtests.suite.Execution;
import dev.warren.systemtests.suite.Machine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code interop/suite.sh} reads what {@code ./warren status --json} writes. */
class InteropScriptTest {

  /** The status of a suite with a door before its replicas, as the launcher writes it. */
  private static final String WRITE_STATUS =
      """
      set -euo pipefail
      folder=$1 root=$PWD caller=$PWD
      . broker/process.sh
      for part in settings http suite status; do . launcher/$part.sh; done
      last_mode() { echo docker; }
      use_mode() { :; }
      mode_door() { port_default "$1"; }
      mode_broker_row() { echo '4.3.6|5671|15672|ready|container|warren-rabbitmq-1'; }
      mode_node_rows() { :; }
      mode_rows() {
        echo 'producer-service|1|20001|ready|container|warren-producer-service-1|20002'
        echo 'producer-service|2|20003|ready|container|warren-producer-service-2|20004'
        echo 'worker-service|1||down|container||'
        echo 'log-subscriber-service|1|20005|ready|container|warren-log-subscriber-service-1|20006'
      }
      mode_watcher_rows() { echo 'prometheus|1|9090|ready|container|warren-prometheus-1'; }
      work_count() { :; }
      warren_status --json >"$folder/status"
      printf '#!/bin/sh\\ncat "%s"\\n' "$folder/status" >"$folder/warren"
      chmod +x "$folder/warren"
      """;

  private static final String READ_STATUS =
      """
      . system-tests/src/test/interop/suite.sh
      root=$folder
      find_suite
      echo "$AMQP_URL $broker_version $producer $log_subscriber"
      """;

  /** Rather than the doors, which lead to any replica: only one has what it subscribed to. */
  @Test
  void theBrokerAndTheFirstReplicasAreFound(@TempDir Path folder) {
    Execution reading =
        Machine.run("bash", "-c", WRITE_STATUS + READ_STATUS, "bash", folder.toString());

    assertThat(reading.output().strip())
        .as(reading.errors())
        .isEqualTo("amqp://guest:guest@localhost:5671 4.3.6 20001 20005");
  }
}
