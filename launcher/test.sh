# Sourced: ./warren test
# shellcheck shell=bash disable=SC2154,SC2034

warren_test() {
  # With Docker the tests meet the newest broker; without, the machine's own. One of them must be there.
  if [[ -z ${WARREN_TEST_AMQP_URI:-} ]] && ! docker_answers; then
    "$root/broker/local-node.sh" version >/dev/null || "$root/broker/install-rabbitmq.sh"
  fi
  cd "$root" || exit 1
  if (($# == 0)) && [[ ${WARREN_TEST_BROKER:-} != local ]] && docker_answers; then build_images_meanwhile; fi
  # two modules at a time: a test that waits leaves its processor to others
  mvn -B --threads 2 verify "$@"
}

# The system tests find them in the engine's cache then; what goes wrong they find as well, and tell.
build_images_meanwhile() {
  use_mode docker
  compose_project+=-test # not those of a suite that runs
  set -m # in a process group, to be ended as a whole
  compose build --quiet >/dev/null 2>&1 &
  set +m
  # shellcheck disable=SC2064 # this build
  trap "kill -- -$! 2>/dev/null || true" EXIT
}
