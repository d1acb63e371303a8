# Sourced: ./warren fuzz
# shellcheck shell=bash disable=SC2154,SC2034

# shellcheck source=launcher/build.sh
. "$root/launcher/build.sh"

# On a suite of its own, or on the one that runs: docs/hostile-input.md
warren_fuzz() { run_system_tests dev.warren.systemtests.fuzz.Fuzz "$@"; }
