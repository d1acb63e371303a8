# Sourced: ./warren status
# shellcheck shell=bash disable=SC2154,SC2034

warren_status() {
  if [[ ${1:-} == --json && $# == 1 ]]; then print_json && return; fi
  if (($# > 0)); then wrong_usage "status takes --json or nothing"; fi
  mode=$(last_mode)
  if [[ -z $mode ]]; then echo "Nothing runs; ./warren up starts it." && return; fi
  use_mode "$mode"
  print_table
}

# Where a service is reached, however many replicas there are.
url_of() { # SERVICE
  local port
  port=$(mode_door "$1")
  echo "${port:+http://localhost:$port}"
}

print_table() {
  local service number port state kind id version amqp management last='' format='%-26s %-9s %-6s %-34s %s\n'
  IFS='|' read -r version amqp management state kind id < <(mode_broker_row)
  # shellcheck disable=SC2059
  {
    printf "$format" SERVICE STATE DONE URL RUNS
    printf "$format" "rabbitmq${version:+ $version}" "$state" '' "${amqp:+amqp://${version:+guest:guest@}localhost:$amqp}" "${id:+$kind $id}"
    printf "$format" "  management" "$state" '' "${management:+http://localhost:$management}" "${version:+login guest, guest}"
    mode_node_rows | while IFS='|' read -r service state kind id; do
      printf "$format" "  node $service" "$state" '' '' "${id:+$kind $id}"
    done
    mode_rows | while IFS='|' read -r service number port state kind id _; do
      if [[ $service != "$last" ]]; then last=$service && print_door "$service" "$port"; fi
      printf "$format" "$service $number" "$state" "$(work_count "$service" "$port")" "${port:+http://localhost:$port}" "${id:+$kind $id}"
    done
    mode_other_rows | while IFS='|' read -r service state kind id; do
      printf "$format" "$service" "$state" '' '' "${id:+$kind $id}"
    done
    mode_watcher_rows | while IFS='|' read -r service number port state kind id; do
      printf "$format" "$service" "$state" '' "${port:+http://localhost:$port}" "${id:+$kind $id}"
    done
  }
}

# Where there is no door, the first replica has the documented port.
print_door() { # SERVICE PORT_OF_FIRST
  local url
  url=$(url_of "$1")
  # shellcheck disable=SC2059
  if [[ -n $url && $url != "http://localhost:$2" ]]; then printf "$format" "$1" '' '' "$url" "leads to a replica"; fi
}

# Who did how much since it was started: tasks of a worker, answers of an RPC server; empty for the others.
work_count() { # SERVICE PORT
  http_body=''
  case $1 in
    worker-service) http GET "${2:-0}" /api/worker && json_value processed "$http_body" ;;
    rpc-fib-service) http GET "${2:-0}" /api/rpc && json_value answered "$http_body" ;;
  esac
}

json_field() { # NAME VALUE; null when there is none
  if [[ -n $2 ]]; then printf '"%s":%s' "$1" "$(json_string "$2")"; else printf '"%s":null' "$1"; fi
}

json_runner() { # pid|container ID
  if [[ -z $2 ]]; then
    printf '"%s":null' "$1"
  elif [[ $1 == pid ]]; then
    printf '"pid":%s' "$2"
  else
    json_field container "$2"
  fi
}

print_json() {
  mode=$(last_mode)
  if [[ -z $mode ]]; then
    echo '{"mode":null,"broker":{"service":"rabbitmq","version":null,"amqp":null,"management":null,"state":"down"},'
    echo '"entrances":{},"services":[],"others":[],"watchers":[]}'
    return
  fi
  use_mode "$mode"
  printf '{%s,"broker":%s,"entrances":{%s},"services":[' "$(json_field mode "$mode")" "$(broker_json)" "$(entrances_json)"
  services_json
  printf '],"others":['
  others_json
  printf '],"watchers":['
  watchers_json
  printf ']}\n'
}

broker_json() {
  local version amqp management state kind id
  IFS='|' read -r version amqp management state kind id < <(mode_broker_row)
  printf '{"service":"rabbitmq",%s,' "$(json_field version "$version")"
  printf '%s,' "$(json_field amqp "${amqp:+amqp://${version:+guest:guest@}localhost:$amqp}")"
  printf '%s,' "$(json_field management "${management:+http://localhost:$management}")"
  printf '%s,%s,"nodes":[' "$(json_field state "$state")" "$(json_runner "$kind" "$id")"
  nodes_json
  printf ']}'
}

# The nodes of a cluster; none for a broker that is one node.
nodes_json() {
  local node state kind id comma=''
  mode_node_rows | while IFS='|' read -r node state kind id; do
    printf '%s{"node":"%s",%s,%s}' "$comma" "$node" "$(json_field state "$state")" "$(json_runner "$kind" "$id")"
    comma=,
  done
}

entrances_json() {
  local service comma=''
  for service in "${services[@]}"; do
    printf '%s%s' "$comma" "$(json_field "$service" "$(url_of "$service")")"
    comma=,
  done
}

services_json() {
  local service number port state kind id management comma=''
  mode_rows | while IFS='|' read -r service number port state kind id management; do
    printf '%s\n  {"service":"%s","replica":%s,' "$comma" "$service" "$number"
    printf '%s,' "$(json_field url "${port:+http://localhost:$port}")"
    printf '%s,' "$(json_field managementUrl "${management:+http://localhost:$management/actuator}")"
    printf '"done":%s,' "$(work_count "$service" "$port" | grep . || echo null)"
    printf '%s,%s}' "$(json_field state "$state")" "$(json_runner "$kind" "$id")"
    comma=,
  done
}

others_json() {
  local service state kind id comma=''
  mode_other_rows | while IFS='|' read -r service state kind id; do
    printf '%s\n  {"service":"%s",%s,%s}' "$comma" "$service" "$(json_field state "$state")" "$(json_runner "$kind" "$id")"
    comma=,
  done
}

watchers_json() {
  local service number port state kind id comma=''
  mode_watcher_rows | while IFS='|' read -r service number port state kind id; do
    printf '%s\n  {"service":"%s",' "$comma" "$service"
    printf '%s,' "$(json_field url "${port:+http://localhost:$port}")"
    printf '%s,%s}' "$(json_field state "$state")" "$(json_runner "$kind" "$id")"
    comma=,
  done
}
