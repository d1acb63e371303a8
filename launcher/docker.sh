# Sourced: the suite as containers, by Docker Compose.
# shellcheck shell=bash disable=SC2154,SC2034

# shellcheck source=launcher/containers.sh
. "$root/launcher/containers.sh"

compose_files=(--file "$root/docker-compose.yml")
broker_nodes=(rabbitmq) # the first has the published ports

compose() {
  fit_cpus
  docker compose --project-directory "$root" "${compose_files[@]}" --project-name "$compose_project" "$@"
}

# An engine refuses a container more processors than it has: of Compose's default of 2, a small machine has one.
fit_cpus() {
  if [[ -z $(setting WARREN_CPUS) && $(docker info --format '{{.NCPU}}') == 1 ]]; then export WARREN_CPUS=1; fi
}

# With what a profile has started too.
compose_all() { compose --profile tracing "$@"; }

# What runs as several replicas goes on doing so, unless an argument says otherwise.
mode_up() { # ARGUMENTS of docker compose up
  local service count scaled=() unwanted='' arguments=() watching=() running_broker
  running_broker=$(running_containers_of rabbitmq)
  for service in "${services[@]}"; do
    count=$(running_containers_of "$service")
    if ((count > 1)); then scaled+=("--scale=$service=$count"); fi
  done
  while (($# > 0)); do
    case $1 in
      --scale) set -- "--scale=${2:?--scale takes SERVICE=NUMBER}" "${@:3}" && continue ;;
      --scale=prometheus=0 | --scale=grafana=0 | --scale=otel-lgtm=0) unwanted+=" $1 " ;;
      *) arguments+=("$1") ;;
    esac
    shift
  done
  watch_traces
  choose_watchers "$unwanted" "${arguments[*]-}"
  require_ports_of_what_is_missing ${watching[@]+"${watching[@]}"}
  # to scale one to 0 is not enough: Compose would pull its image even so
  if ((${#watching[@]} < ${#watchers[@]})); then
    arguments+=(rabbitmq front-door "${services[@]}" ${watching[@]+"${watching[@]}"})
  fi
  say "Building the images and starting the containers ..."
  if [[ $running_broker != 0 ]] && broker_files_changed "$home/broker-files"; then
    say "The files in broker/ have changed: RabbitMQ starts again, with its data"
    compose up --detach --no-deps --force-recreate "${broker_nodes[@]}"
  fi
  compose up --build --wait --wait-timeout "$start_timeout" ${scaled[@]+"${scaled[@]}"} \
    ${arguments[@]+"${arguments[@]}"} || start_failed
  broker_files >"$home/broker-files"
}

# Where spans go unless it is said where else.
watch_traces() {
  if [[ $(setting WARREN_TRACING) == true && -z $(setting WARREN_OTLP_ENDPOINT) ]]; then
    watchers+=(otel-lgtm)
    export COMPOSE_PROFILES=tracing
  fi
}

# Sets watching: an image that is not here and cannot be pulled does not keep the suite from starting.
choose_watchers() { # UNWANTED "ARGUMENTS of docker compose up"
  local watcher
  for watcher in "${watchers[@]}"; do
    if [[ $1 == *" --scale=$watcher=0 "* ]]; then
      continue
    elif has_image "$watcher" "$2"; then
      watching+=("$watcher")
    else
      say "Starting without $watcher: its image is not on this machine and was not pulled."
    fi
  done
}

has_image() { # SERVICE "ARGUMENTS of docker compose up"
  docker image inspect "$(compose config --images "$1")" >/dev/null 2>&1 && return
  [[ " $1 $2 " != *never* ]] && compose pull --quiet "$1"
}

require_ports_of_what_is_missing() { # WATCHER...
  local service running missing=()
  running=$(containers | grep '|running|' || true)
  if [[ $running != *"rabbitmq|"* ]]; then missing=(rabbitmq rabbitmq-management); fi
  for service in "$@"; do
    if [[ $running != *"$service|"* ]]; then missing+=("$service"); fi
  done
  for service in "${services[@]}"; do
    if [[ $(mode_door "$service") != "$(wanted_port "$service")" ]]; then missing+=("$service"); fi
  done
  require_free_ports ${missing[@]+"${missing[@]}"}
}

# Without containers the build or the engine has failed, and has said so itself.
start_failed() {
  local service status name failed=()
  while IFS='|' read -r service _ _ _ status name; do
    if [[ $status == *'(healthy)'* ]]; then continue; fi
    failed+=("$name")
    say ""
    say "$name ($service): $status. The end of its log:"
    docker logs --tail 30 "$name" >&2 || true
    if [[ $service == rabbitmq* ]]; then explain_definitions "$name"; fi
  done < <(containers)
  say ""
  die "not started: ${failed[*]-the containers}; what did start keeps running (./warren status, ./warren down)"
}

# From the line with which Erlang ends; one that it was started again after is far up in the log.
explain_definitions() { # CONTAINER
  local log reason extras
  log=$(docker logs --tail 3000 "$1" 2>&1) || true
  extras=$(setting WARREN_BROKER_EXTRAS)
  if [[ $log != *failed_to_import_definitions* ]]; then return; fi
  reason=$(sed -n 's/^Runtime terminating .*failed_to_import_definitions,"[^"]*\/[0-9]*-\([a-z0-9.-]*\)\.json",\(.*\)}}})$/\1: \2/p' <<<"$log" | tail -n 1)
  case $reason in
    warren:*) say "There is an error in broker/definitions.json:${reason#warren:}" ;;
    warren-*:*) reason=${reason#warren-} && say "There is an error in broker/definitions-${reason%%:*}.json:${reason#*:}" ;;
    demo:*) say "There is an error in ${extras#./}/definitions.json:${reason#demo:}" ;;
    *) say "There is an error in the broker's definitions: see broker/definitions*.json, and its log above." ;;
  esac
}

mode_scale() { # SERVICE COUNT
  mode_runs || die "nothing runs; ./warren up starts it"
  compose up --detach --wait --wait-timeout "$start_timeout" --no-deps --no-build --no-recreate --scale "$1=$2" "$1" ||
    start_failed
}

# The producer first, so that nothing new comes in; Compose itself stops the broker last.
mode_down() {
  compose stop producer-service
  compose_all down --remove-orphans
}

mode_purge() {
  compose_all down --remove-orphans --volumes
  rm -f "$home/broker-files"
}

mode_logs() { # SERVICE FOLLOW
  local options=(--tail 50)
  if [[ $2 == follow ]]; then options+=(--follow); fi
  if [[ $1 == rabbitmq ]]; then set -- "${broker_nodes[@]}"; else set -- ${1:+"$1"}; fi
  compose_all logs "${options[@]}" "$@"
}
