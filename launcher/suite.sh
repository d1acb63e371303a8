# Sourced: which of the two ways to run is in use, and what both have in common.
# shellcheck shell=bash disable=SC2154,SC2034

# Both launcher/local.sh and launcher/docker.sh define the mode_… functions that the commands call.
use_mode() {
  mode=$1
  # shellcheck disable=SC1090
  . "$root/launcher/$mode.sh"
}

# The mode of what runs, or ran last: its data is there until --purge.
last_mode() { cat "$home/mode" 2>/dev/null || true; }

remember_mode() {
  mkdir -p "$home"
  echo "$mode" >"$home/mode"
}

# A broker reads its files when it starts. Which ones those were is kept, to see when they have changed since.
broker_files() { (cd "$root/broker" && find . -type f -exec cksum {} + | LC_ALL=C sort | cksum); }
broker_files_changed() { [[ $(cat "$1" 2>/dev/null) != "$(broker_files)" ]]; } # FILE

docker_answers() { docker info >/dev/null 2>&1 && docker compose version >/dev/null 2>&1; }

# For the commands that need something to work on.
use_running_suite() {
  mode=$(last_mode)
  [[ -n $mode ]] || die "nothing runs; ./warren up starts it"
  use_mode "$mode"
}

# One command at a time changes a suite.
lock() {
  local owner
  mkdir -p "$home"
  while ! (set -o noclobber && echo $$ >"$home/lock") 2>/dev/null; do
    owner=$(cat "$home/lock" 2>/dev/null || true)
    if [[ -n $owner ]] && ! alive "$owner" warren; then
      rm -f "$home/lock" # left behind by one that was killed, and its number may be a stranger's now
    else
      die "another ./warren (process $owner) is at work on $home"
    fi
  done
  trap 'rm -f "$home/lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

management_login='Authorization: Basic Z3Vlc3Q6Z3Vlc3Q=' # guest:guest

# As the broker itself tells; empty when it does not answer.
broker_version() { # MANAGEMENT_PORT
  http GET "$1" /api/overview '' '' "$management_login"
  json_value rabbitmq_version "$http_body"
}

# ready, unready (it runs but has lost its broker, say) or starting
readiness() { answer_of "$1" /readyz; } # PORT

answer_of() { # PORT PATH
  WARREN_API_KEY="" http GET "$1" "$2" # a wrong key is no reason to call it unready
  case $http_status in
    200) echo ready ;;
    000) echo starting ;;
    *) echo unready ;;
  esac
}

# What already runs stays on its ports, unless the user names others.
keep_ports() {
  local service port amqp management
  for service in "${services[@]}"; do prefer_port "$service" "$(mode_door "$service")"; done
  while IFS='|' read -r service _ port _; do prefer_port "$service" "$port"; done < <(mode_watcher_rows)
  IFS='|' read -r _ amqp management _ < <(mode_broker_row)
  prefer_port rabbitmq "$amqp"
  prefer_port rabbitmq-management "$management"
}

prefer_port() { # NAME PORT
  local variable
  variable=$(port_variable "$1")
  if [[ -n $2 && -z $(setting "$variable") ]]; then export "$variable=$2"; fi
}

# Names every busy port and the variable that moves it, before anything is started.
require_free_ports() { # NAME...
  local name port taken=0 seen=' '
  for name in "$@"; do
    port=$(wanted_port "$name")
    if [[ $seen == *" $port "* ]]; then
      say "Port $port is asked for twice, once for $name: set $(port_variable "$name") to another."
      taken=1
    elif listening "$port"; then
      say "Port $port (for $name) is busy: end what listens there, or set $(port_variable "$name") to another port."
      taken=1
    fi
    seen+="$port "
  done
  if ((taken)); then die "nothing was started"; fi
}
