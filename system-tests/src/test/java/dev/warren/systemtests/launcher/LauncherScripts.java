package dev.warren.systemtests.launcher;

import dev.warren.systemtests.suite.Execution;
import dev.warren.systemtests.suite.Machine;
import java.nio.file.Path;

/** Runs commands in a bash that has sourced the launcher, for a folder instead of this checkout. */
final class LauncherScripts {

  private static final String SOURCE =
      """
      set -euo pipefail
      folder=$1
      for name in ${!WARREN_@}; do unset "$name"; done
      root=$PWD caller=$PWD WARREN_HOME=$folder/home
      . broker/process.sh
      for part in settings http suite up local; do . launcher/$part.sh; done
      set_in_file() { root=$folder; printf '%s\\n' "$@" >"$root/.env"; }
      """;

  private LauncherScripts() {}

  /**
   * The folder is {@code $folder} to the commands, and the launcher's home is in it. They may
   * {@code set_in_file LINE...}, instead of what the {@code .env} of this checkout says.
   */
  static Execution run(Path folder, String commands) {
    return Machine.run("bash", "-c", SOURCE + commands, "bash", folder.toString());
  }
}
