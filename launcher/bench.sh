# Sourced: ./warren bench
# shellcheck shell=bash disable=SC2154,SC2034

# shellcheck source=launcher/build.sh
. "$root/launcher/build.sh"

# On a broker of its own, so that no running worker takes part: a container where Docker answers, else a private node.
# WARREN_RABBITMQ_HOST and WARREN_RABBITMQ_PORT name another.
warren_bench() {
  local word
  for word in "$@"; do
    if [[ $word == -* ]]; then wrong_usage "bench takes parts of the comparisons' names, or footprint; not '$word'"; fi
  done
  if [[ ${1:-} == footprint && $# == 1 ]]; then
    # shellcheck source=launcher/footprint.sh
    . "$root/launcher/footprint.sh"
    warren_footprint
    return
  fi
  require_java
  require_maven
  say "Building the benchmarks and the services ..."
  (cd "$root" && mvn -q -B -am -pl benchmarks,producer-service,worker-service \
    -Dmaven.test.skip=true -Dspotless.check.skip=true package </dev/null >&2)
  if [[ -z ${WARREN_RABBITMQ_HOST:-} ]]; then bench_broker; fi
  cd "$root" || exit 1
  WARREN_ROOT=$root "$java" -cp "benchmarks/target/classes:benchmarks/target/lib/*" dev.warren.benchmarks.Bench "$@"
}

bench_broker() {
  export WARREN_RABBITMQ_HOST=127.0.0.1 WARREN_RABBITMQ_PORT WARREN_RABBITMQ_MANAGEMENT_PORT
  WARREN_RABBITMQ_PORT=$(free_port) WARREN_RABBITMQ_MANAGEMENT_PORT=$(free_port)
  if docker_answers; then
    compose_project=$compose_project-bench
    use_mode docker
    export WARREN_RABBITMQ_MEMORY=6442450944 # what piles up while publishing is measured must not set off the alarm
    trap 'compose down --volumes >/dev/null 2>&1' EXIT
    compose up --detach --wait rabbitmq
  else
    use_mode local
    node version >/dev/null || "$root/broker/install-rabbitmq.sh"
    trap 'node stop "$home/bench" && rm -rf "$home/bench"' EXIT
    node start "$home/bench" "$WARREN_RABBITMQ_PORT" "$WARREN_RABBITMQ_MANAGEMENT_PORT"
  fi
}
