# Sourced: ./warren scale
# shellcheck shell=bash disable=SC2154,SC2034

# shellcheck source=launcher/status.sh
. "$root/launcher/status.sh"

warren_scale() {
  local service
  if (($# != 2)); then wrong_usage "scale takes a service and a number: ./warren scale worker 3"; fi
  service=$(service_named "$1") || wrong_usage "there is no service '$1' to scale: ${services[*]%-service}"
  if [[ ! $2 =~ ^[0-9]{1,2}$ ]]; then wrong_usage "'$2' is not a number of replicas from 0 to 99"; fi
  use_running_suite
  lock
  mode_scale "$service" "$((10#$2))"
  print_table
}
