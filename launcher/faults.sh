# Sourced: ./warren faults
# shellcheck shell=bash disable=SC2154,SC2034

# shellcheck source=launcher/build.sh
. "$root/launcher/build.sh"

# On a suite of its own, with ports and data of its own: docs/fault-lab.md
warren_faults() {
  local target=$root/system-tests/target
  require_java
  require_maven
  if [[ ${WARREN_SKIP_BUILD:-} != true ]]; then
    say "Building the services and the lab ..."
    (cd "$root" && mvn -q -B -am -pl system-tests -DskipTests -Dspotless.check.skip=true package </dev/null >&2)
  fi
  cd "$root" || exit 1
  exec "$java" -cp "$target/test-classes:$(cat "$target/class-path")" dev.warren.systemtests.faults.FaultLab "$@"
}
