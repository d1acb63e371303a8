# Sourced: the suite as processes of this machine. A replica is named like worker-service-1.
# shellcheck shell=bash disable=SC2154,SC2034

# shellcheck source=launcher/build.sh
. "$root/launcher/build.sh"
# shellcheck source=launcher/replicas.sh
. "$root/launcher/replicas.sh"

node() { WARREN_BROKER_TIMEOUT=$start_timeout "$root/broker/local-node.sh" "$@"; }
node_port() { sed -n "s/^$1=//p" "$home/broker/ports" 2>/dev/null || true; }
node_runs() { node status "$home/broker"; }

mode_up() {
  if (($# > 0)); then say "(Without Docker there is nobody to take: $*)"; fi
  settings_for_processes
  require_java
  require_ports_of_what_is_missing
  node version >/dev/null || "$root/broker/install-rabbitmq.sh"
  ensure_jars
  start_broker
  start_services
  remove_old_jars
}

require_ports_of_what_is_missing() {
  local service missing=()
  node_runs || missing=(rabbitmq rabbitmq-management)
  for service in "${services[@]}"; do
    if ! replica_alive "$service-1" || [[ $(replica_file "$service-1" port) != $(wanted_port "$service") ]]; then
      missing+=("$service")
    fi
  done
  require_free_ports ${missing[@]+"${missing[@]}"}
}

start_broker() {
  mkdir -p "$home/logs"
  if node_runs && broker_files_changed "$home/broker/stamp"; then
    say "The files in broker/ have changed: RabbitMQ starts again, with its data"
    node stop "$home/broker"
  fi
  if node_runs; then
    say "RabbitMQ is already running on port $(node_port amqp)"
    if [[ $(node_port amqp) != $(wanted_port rabbitmq) ]]; then say "(to move it: ./warren down, then up)"; fi
    return
  fi
  node start "$home/broker" "$(wanted_port rabbitmq)" "$(wanted_port rabbitmq-management)"
  broker_files >"$home/broker/stamp"
  ln -sf ../broker/rabbitmq.log "$home/logs/rabbitmq.log"
}

# Replicas that run what is wanted stay as they are.
start_services() {
  local service replica stale=() all=()
  for service in "${services[@]}"; do
    for replica in "$service-1" $(replicas "$service" | grep -v -- '-service-1$' || true); do
      all+=("$replica")
      if ! replica_alive "$replica"; then continue; fi
      if [[ $(replica_file "$replica" stamp) == "$(stamp_of "$replica")" ]]; then
        say "$replica is already running"
      else
        stale+=("$replica")
      fi
    done
  done
  if ((${#stale[@]} > 0)); then
    say "Changed since they were started: ${stale[*]}"
    stop_replicas "${stale[@]}"
  fi
  start_replicas "${all[@]}"
}

mode_rows() {
  local service replica state port pid
  for service in "${services[@]}"; do
    for replica in $(replicas "$service"); do
      port=$(replica_file "$replica" port)
      if replica_alive "$replica"; then
        state=$(readiness "$port") pid=$(replica_file "$replica" pid)
      else
        state=down pid=''
      fi
      echo "$service|${replica##*-}|$port|$state|pid|$pid|$(replica_file "$replica" management)"
    done
  done
}

mode_broker_row() {
  local state=down version='' amqp management pid=''
  amqp=$(node_port amqp) management=$(node_port management)
  if node_runs; then
    pid=$(cat "$home/broker/rabbitmq.pid" 2>/dev/null || true)
    version=$(broker_version "$management")
    if [[ -n $version ]] && listening "$amqp"; then state=ready; else state=starting; fi
  fi
  echo "$version|$amqp|$management|$state|pid|$pid"
}

mode_node_rows() { :; }
mode_other_rows() { :; }
mode_watcher_rows() { :; }

# Only Compose has a door before the replicas: here the first one has the documented port.
mode_door() { replica_file "$1-1" port; } # SERVICE

mode_runs() {
  local service replica
  node_runs && return
  for service in "${services[@]}"; do
    for replica in $(replicas "$service"); do replica_alive "$replica" && return; done
  done
  return 1
}

mode_scale() { # SERVICE COUNT
  local file replica last=0 keep=() end=()
  settings_for_processes
  for file in "$home"/services/*/jars; do jars=$(cat "$file" 2>/dev/null || true); done
  if [[ -z $jars ]]; then # all are scaled to none: the newest
    for file in "$home"/jars/*; do
      if [[ -d $file && (-z $jars || $file -nt $jars) ]]; then jars=$file; fi
    done
  fi
  if [[ -z $jars ]] || ! node_runs; then die "nothing runs; ./warren up starts it"; fi
  for replica in $(replicas "$1"); do
    if ((${#keep[@]} < $2)); then keep+=("$replica"); else end+=("$replica"); fi
    last=${replica##*-}
  done
  while ((${#keep[@]} < $2)); do keep+=("$1-$((last += 1))"); done
  require_java
  stop_replicas ${end[@]+"${end[@]}"}
  if ((${#keep[@]} > 0)); then start_replicas "${keep[@]}"; fi
}

# The producer first, so that nothing new comes in; the broker last.
mode_down() {
  local others
  # shellcheck disable=SC2046
  stop_replicas $(replicas producer-service)
  others=$(for service in "${services[@]:1}"; do replicas "$service"; done)
  # shellcheck disable=SC2086
  stop_replicas $others
  if node_runs; then say "Stopping RabbitMQ ..."; fi
  WARREN_BROKER_TIMEOUT=$stop_timeout "$root/broker/local-node.sh" stop "$home/broker"
}

mode_purge() { rm -rf "$home/broker" "$home/data" "$home/services" "$home/logs" "$home/jars"; }

mode_logs() { # SERVICE FOLLOW
  local log files=()
  for log in "$home/logs/${1:+$1}"*.log; do
    if [[ -f $log && $log != */build.log ]]; then files+=("$log"); fi
  done
  ((${#files[@]} > 0)) || die "there are no logs of ${1:-the suite} yet"
  if [[ $2 == follow ]]; then exec tail -n 50 -F "${files[@]}"; fi
  tail -n 50 "${files[@]}"
}
