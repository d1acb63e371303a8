# Sourced: ./warren logs
# shellcheck shell=bash disable=SC2154,SC2034

warren_logs() {
  local service='' follow=''
  while (($# > 0)); do
    if [[ -n $service && $1 != -* ]]; then wrong_usage "logs takes one service or none; not '$1' as well"; fi
    case $1 in
      -f | --follow) follow=follow ;;
      rabbitmq | broker) service=rabbitmq ;;
      postgres | front-door | prometheus | grafana | otel-lgtm) service=$1 ;;
      *) service=$(service_named "$1") || wrong_usage "there are no logs of '$1': ${services[*]%-service} rabbitmq" ;;
    esac
    shift
  done
  use_running_suite
  mode_logs "$service" "$follow"
}
