# Sourced: ./warren faults
# shellcheck shell=bash disable=SC2154,SC2034

# shellcheck source=launcher/build.sh
. "$root/launcher/build.sh"

# On a suite of its own, with ports and data of its own: docs/fault-lab.md
warren_faults() { run_system_tests dev.warren.systemtests.faults.FaultLab "$@"; }
