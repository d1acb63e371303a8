# Sourced: the suite as containers, by Docker Compose.
# shellcheck shell=bash disable=SC2154,SC2034

compose_files=(--file "$root/docker-compose.yml")
broker_nodes=(rabbitmq) # the first has the published ports

compose() { docker compose --project-directory "$root" "${compose_files[@]}" --project-name "$compose_project" "$@"; }

# service|number|ports|state|status|name of every container; docker ps, for its templates are in every version.
containers() {
  docker ps --all --filter "label=com.docker.compose.project=$compose_project" \
    --filter label=com.docker.compose.oneoff=False --format \
    '{{.Label "com.docker.compose.service"}}|{{.Label "com.docker.compose.container-number"}}|{{.Ports}}|{{.State}}|{{.Status}}|{{.Names}}' |
    LC_ALL=C sort -t '|' -k 1,1 -k 2,2n
}

# docker ps writes neighbouring ports as a range: 127.0.0.1:8080-8083->8080-8083/tcp
published() { # CONTAINER_PORT PORTS
  local each first last pattern='[0-9.]+:([0-9]+)(-[0-9]+)?->([0-9]+)(-([0-9]+))?/tcp$'
  for each in ${2//,/ }; do
    if [[ ! $each =~ $pattern ]]; then continue; fi
    first=${BASH_REMATCH[3]} last=${BASH_REMATCH[5]:-${BASH_REMATCH[3]}}
    if (($1 >= first && $1 <= last)); then
      echo $((BASH_REMATCH[1] + $1 - first))
      return
    fi
  done
}

running_containers_of() { containers | grep -c "^$1|[0-9]*|[^|]*|running|" || true; }

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
      --scale=prometheus=0 | --scale=grafana=0) unwanted+=" $1 " ;;
      *) arguments+=("$1") ;;
    esac
    shift
  done
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

explain_definitions() { # CONTAINER
  local reason
  reason=$(docker logs --tail 30 "$1" 2>&1 | sed -n 's/.*failed_to_import_definitions,"[^"]*\/[0-9]*-\([a-z0-9.-]*\)\.json",\([^}]*\)}.*/\1: \2/p' | head -n 1)
  case $reason in
    warren:*) say "There is an error in broker/definitions.json:${reason#warren:}" ;;
    warren-*:*) reason=${reason#warren-} && say "There is an error in broker/definitions-${reason%%:*}.json:${reason#*:}" ;;
    demo:*) say "There is an error in broker/demo/definitions.json:${reason#demo:}" ;;
  esac
}

mode_rows() {
  local service number ports state name port
  service_containers | while IFS='|' read -r service number ports state _ name; do
    port=$(published 8080 "$ports")
    if [[ $state == running && -n $port ]]; then state=$(readiness "$port"); else state=down; fi
    echo "$service|$number|$port|$state|container|$name|$(published 8090 "$ports")"
  done
}

# The documented port, which leads to one of the replicas.
mode_door() { # SERVICE
  local ports
  IFS='|' read -r _ _ ports _ < <(containers | grep '^front-door|.*|running|' || true) || true
  published "$(port_default "$1")" "${ports:-}"
}

service_containers() {
  local service all
  all=$(containers)
  for service in "${services[@]}"; do grep "^$service|" <<<"$all" || true; done
}

mode_broker_row() {
  local ports state name version='' amqp='' management=''
  IFS='|' read -r _ _ ports state _ name < <(containers | grep '^rabbitmq|' || true) || true
  if [[ ${state:-} == running ]]; then
    amqp=$(published 5672 "$ports") management=$(published 15672 "$ports")
    version=$(broker_version "$management")
    if [[ -n $version ]]; then state=ready; else state=starting; fi
  else
    state=down
  fi
  echo "$version|$amqp|$management|$state|container|${name:-}"
}

# Of a broker of one node nothing: its row tells all.
mode_node_rows() {
  local node state status name
  if ((${#broker_nodes[@]} == 1)); then return; fi
  for node in "${broker_nodes[@]}"; do
    IFS='|' read -r _ _ _ state status name < <(containers | grep "^$node|" || true) || true
    case ${state:-}/${status:-} in
      running/*'(healthy)'*) state=ready ;;
      running/*) state=starting ;;
      *) state=down ;;
    esac
    echo "$node|$state|container|${name:-}"
  done
}

mode_watcher_rows() {
  local service number ports state name port
  containers | while IFS='|' read -r service number ports state _ name; do
    case $service in
      prometheus) port=$(published 9090 "$ports") && state=$(answer_of "$port" /-/ready) ;;
      grafana) port=$(published 3000 "$ports") && state=$(answer_of "$port" /api/health) ;;
      *) continue ;;
    esac
    if [[ -z $port ]]; then state=down; fi
    echo "$service|$number|$port|$state|container|$name"
  done
}

mode_runs() { [[ $(containers) == *'|running|'* ]]; }

mode_scale() { # SERVICE COUNT
  mode_runs || die "nothing runs; ./warren up starts it"
  compose up --detach --wait --wait-timeout "$start_timeout" --no-deps --no-build --no-recreate --scale "$1=$2" "$1" ||
    start_failed
}

# The producer first, so that nothing new comes in; Compose itself stops the broker last.
mode_down() {
  compose stop producer-service
  compose down --remove-orphans
}

mode_purge() {
  compose down --remove-orphans --volumes
  rm -f "$home/broker-files"
}

mode_logs() { # SERVICE FOLLOW
  local options=(--tail 50)
  if [[ $2 == follow ]]; then options+=(--follow); fi
  if [[ $1 == rabbitmq ]]; then set -- "${broker_nodes[@]}"; else set -- ${1:+"$1"}; fi
  compose logs "${options[@]}" "$@"
}
