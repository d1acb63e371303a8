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

# The base URL of the first replica.
url_of() { mode_rows | sed -n "s#^$1|1|\([0-9]*\)|.*#http://localhost:\1#p"; }

print_table() {
  local service number port state kind id version amqp management format='%-26s %-9s %-34s %s\n'
  IFS='|' read -r version amqp management state kind id < <(mode_broker_row)
  # shellcheck disable=SC2059
  {
    printf "$format" SERVICE STATE URL RUNS
    printf "$format" "rabbitmq${version:+ $version}" "$state" "${amqp:+amqp://guest:guest@localhost:$amqp}" "${id:+$kind $id}"
    printf "$format" "  management" "$state" "${management:+http://localhost:$management}" "${management:+login guest, guest}"
    mode_rows | while IFS='|' read -r service number port state kind id; do
      printf "$format" "$service $number" "$state" "${port:+http://localhost:$port}" "${id:+$kind $id}"
    done
    mode_watcher_rows | while IFS='|' read -r service number port state kind id; do
      printf "$format" "$service" "$state" "${port:+http://localhost:$port}" "${id:+$kind $id}"
    done
  }
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
    echo '{"mode":null,"broker":{"service":"rabbitmq","version":null,"amqp":null,"management":null,"state":"down"},"services":[],"watchers":[]}'
    return
  fi
  use_mode "$mode"
  printf '{%s,"broker":%s,"services":[' "$(json_field mode "$mode")" "$(broker_json)"
  services_json
  printf '],"watchers":['
  watchers_json
  printf ']}\n'
}

broker_json() {
  local version amqp management state kind id
  IFS='|' read -r version amqp management state kind id < <(mode_broker_row)
  printf '{"service":"rabbitmq",%s,' "$(json_field version "$version")"
  printf '%s,' "$(json_field amqp "${amqp:+amqp://guest:guest@localhost:$amqp}")"
  printf '%s,' "$(json_field management "${management:+http://localhost:$management}")"
  printf '%s,%s}' "$(json_field state "$state")" "$(json_runner "$kind" "$id")"
}

services_json() {
  local service number port state kind id comma=''
  mode_rows | while IFS='|' read -r service number port state kind id; do
    printf '%s\n  {"service":"%s","replica":%s,' "$comma" "$service" "$number"
    printf '%s,' "$(json_field url "${port:+http://localhost:$port}")"
    printf '%s,' "$(json_field managementUrl "${port:+http://localhost:$port/actuator}")"
    printf '%s,%s}' "$(json_field state "$state")" "$(json_runner "$kind" "$id")"
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
