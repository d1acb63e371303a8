# Sourced: what the user can set, and the names of things.
# shellcheck shell=bash disable=SC2154,SC2034

home=${WARREN_HOME:-$root/.warren}
if [[ $home == ?*/ ]]; then home=${home%/}; fi # its name is a mark, so it has to be spelt alike
if [[ $home != /* ]]; then home=$caller/$home; fi
compose_project=${WARREN_COMPOSE_PROJECT:-warren}
start_timeout=${WARREN_START_TIMEOUT:-300}
# as long as a worker may need, or it would be cut off: the stop_grace_period of docker-compose.yml
stop_timeout=${WARREN_STOP_TIMEOUT:-170}

# A variable, or what .env says, which Compose reads too; as with Compose, the last of several lines counts.
setting() { echo "${!1:-$(sed -n "s/^$1=//p" "$root/.env" 2>/dev/null | tail -n 1)}"; }

secrets=$(setting WARREN_SECRETS) # one folder for each user of the broker
if [[ $secrets != /* ]]; then secrets=$root/$secrets; fi
simulate_faults=$(setting WARREN_SIMULATE_FAULTS) # for the services only, since tests are not a demo
security_mode=$(setting WARREN_SECURITY_MODE)

services=(producer-service worker-service log-subscriber-service rpc-fib-service)
# They only watch the others, with Docker: the suite also runs without them.
watchers=(prometheus grafana)

usage() { cat "$root/launcher/help.txt"; }

die() {
  say "warren: $*"
  exit 1
}

wrong_usage() {
  say "warren: $*"
  say "./warren help tells what there is."
  exit 2
}

# "worker" or "worker-service" to "worker-service"
service_named() {
  local service
  for service in "${services[@]}"; do
    if [[ $1 == "$service" || $1-service == "$service" ]]; then echo "$service" && return; fi
  done
  return 1
}

port_variable() {
  case $1 in
    producer-service) echo WARREN_PRODUCER_PORT ;;
    worker-service) echo WARREN_WORKER_PORT ;;
    log-subscriber-service) echo WARREN_LOG_SUBSCRIBER_PORT ;;
    rpc-fib-service) echo WARREN_RPC_FIB_PORT ;;
    rabbitmq) echo WARREN_RABBITMQ_PORT ;;
    rabbitmq-management) echo WARREN_RABBITMQ_MANAGEMENT_PORT ;;
    prometheus) echo WARREN_PROMETHEUS_PORT ;;
    grafana) echo WARREN_GRAFANA_PORT ;;
    otel-lgtm) echo WARREN_TRACING_PORT ;;
  esac
}

port_default() {
  case $1 in
    producer-service) echo 8080 ;;
    worker-service) echo 8081 ;;
    log-subscriber-service) echo 8082 ;;
    rpc-fib-service) echo 8083 ;;
    rabbitmq) echo 5672 ;;
    rabbitmq-management) echo 15672 ;;
    prometheus) echo 9090 ;;
    grafana) echo 3000 ;;
    otel-lgtm) echo 3001 ;;
  esac
}

wanted_port() {
  local variable port
  variable=$(port_variable "$1")
  port=$(setting "$variable")
  port=${port:-$(port_default "$1")}
  if [[ ! $port =~ ^[1-9][0-9]{0,4}$ ]] || ((port > 65535)); then wrong_usage "$variable=$port is not a port"; fi
  echo "$port"
}
