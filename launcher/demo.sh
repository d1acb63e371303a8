# Sourced: ./warren demo, a guided tour. Each stop is a file of launcher/tour/.
# shellcheck shell=bash disable=SC2154,SC2034

# shellcheck source=launcher/tour/guide.sh
. "$root/launcher/tour/guide.sh"

tour=(hello work-queues retries bulk dead-letters publish-subscribe routing topics headers syslog rpc orders)

warren_demo() {
  local stop chosen=("${tour[@]}")
  if (($# > 0)); then chosen=("$@"); fi
  for stop in "${chosen[@]}"; do
    [[ " ${tour[*]} " == *" $stop "* ]] || wrong_usage "the tour does not stop at '$stop', but at: ${tour[*]}"
  done
  use_running_suite
  meet_the_suite
  trap leave EXIT
  for stop in "${chosen[@]}"; do
    # shellcheck disable=SC1090
    . "$root/launcher/tour/$stop.sh"
  done
  farewell
}
