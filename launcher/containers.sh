# Sourced: what runs as containers, and where, as docker ps tells.
# shellcheck shell=bash disable=SC2154,SC2034

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

mode_runs() { [[ $(containers) == *'|running|'* ]]; }

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
    # where guest was left out nobody is told the version: what is left is whether it is healthy
    if [[ -n $version ]]; then state=ready; else state=$(health_of rabbitmq) && state=${state%%|*}; fi
  else
    state=down
  fi
  echo "$version|$amqp|$management|$state|container|${name:-}"
}

# Of a broker of one node nothing: its row tells all.
mode_node_rows() {
  local node
  if ((${#broker_nodes[@]} == 1)); then return; fi
  for node in "${broker_nodes[@]}"; do echo "$node|$(health_of "$node")"; done
}

# What the services stand on besides the broker.
mode_other_rows() {
  local service
  for service in postgres front-door; do echo "$service|$(health_of "$service")"; done
}

# As its own health check tells, of which the engine keeps the last result.
health_of() { # SERVICE
  local state status name
  IFS='|' read -r _ _ _ state status name < <(containers | grep "^$1|" || true) || true
  case ${state:-}/${status:-} in
    running/*'(healthy)'*) state=ready ;;
    running/*'(unhealthy)'*) state=unready ;;
    running/*) state=starting ;;
    *) state=down ;;
  esac
  echo "$state|container|${name:-}"
}

mode_watcher_rows() {
  local service number ports state name port
  containers | while IFS='|' read -r service number ports state _ name; do
    case $service in
      prometheus) port=$(published 9090 "$ports") && state=$(answer_of "$port" /-/ready) ;;
      grafana | otel-lgtm) port=$(published 3000 "$ports") && state=$(answer_of "$port" /api/health) ;;
      *) continue ;;
    esac
    if [[ -z $port ]]; then state=down; fi
    echo "$service|$number|$port|$state|container|$name"
  done
}
