# Sourced: replicas of the services as processes. Each has a folder, its working directory, and files in it that say
# what runs: pid, port, management (port), stamp (of jar and settings) and jars.
# shellcheck shell=bash disable=SC2154,SC2034

# As recorded, whether they run or not; by number.
replicas() { # SERVICE
  local file
  for file in "$home/services/$1"-*/pid; do
    if [[ -f $file ]]; then file=${file%/pid} && echo "${file##*/}"; fi
  done | sed 's/.*-\([0-9]*\)$/\1 &/' | sort -n | cut -d ' ' -f 2
}

replica_file() { cat "$home/services/$1/$2" 2>/dev/null || true; }
replica_mark() { echo "-Dwarren.replica=$1@$(checksum "$home") "; }
replica_alive() { alive "$(replica_file "$1" pid)" "$(replica_mark "$1")"; }
service_of() { echo "${1%-*}"; }
user_of() { echo "${1%-service-*}"; } # of the broker, for a replica

# The first replica has the documented port; a further one keeps the free port that it got.
port_for() {
  local port
  if [[ $1 == *-1 ]]; then wanted_port "$(service_of "$1")" && return; fi
  port=$(replica_file "$1" port)
  if [[ -n $port ]] && { replica_alive "$1" || ! listening "$port"; }; then echo "$port"; else free_port; fi
}

# Compose hands to a service what .env says and no variable does; without Compose, this does.
settings_for_processes() {
  local name
  for name in $(sed -n 's/^\(WARREN_[A-Z_]*\)=.*/\1/p' "$root/.env" 2>/dev/null); do
    export "$name=$(setting "$name")"
  done
}

# What a replica was started with: jar, ports and every setting that reaches it.
stamp_of() {
  local settings
  settings=$(env | grep -E '^(WARREN|SPRING|SERVER|MANAGEMENT|LOGGING)_' |
    grep -vE '^WARREN_(HOME|SKIP_BUILD|API_KEY|(START|STOP|BROKER)_TIMEOUT|[A-Z_]*_PORT|COMPOSE_PROJECT|TEST_[A-Z_]*|BENCH_[A-Z_]*)=' | LC_ALL=C sort || true)
  checksum "$jars $(port_for "$1") $(node_port amqp) $(cat "$secrets/$(user_of "$1")"/* 2>/dev/null || true) $(cat "$secrets/api"/* 2>/dev/null || true) $security_mode $simulate_faults $settings"
}

start_replicas() { # REPLICA...
  local replica missing=()
  for replica in "$@"; do
    if ! replica_alive "$replica"; then missing+=("$replica"); fi
  done
  if ((${#missing[@]} > 0)); then
    say "Starting ${missing[*]} ..."
    for replica in "${missing[@]}"; do start_replica "$replica"; done
  fi
  wait_until_ready "$@"
}

start_replica() {
  local folder=$home/services/$1 log=$home/logs/$1.log port management user
  port=$(port_for "$1") management=$(free_port) user=$(user_of "$1")
  mkdir -p "$folder" "$home/logs"
  stamp_of "$1" >"$folder/stamp"
  echo "$port" >"$folder/port"
  echo "$management" >"$folder/management"
  echo "$jars" >"$folder/jars"
  if [[ -f $log ]]; then mv "$log" "$log.1"; fi
  (
    cd "$folder" || exit 1
    unset WARREN_API_KEY
    export WARREN_PORT=$port WARREN_MANAGEMENT_PORT=$management WARREN_SECURITY_MODE=$security_mode WARREN_RABBITMQ_HOST=127.0.0.1
    export WARREN_RABBITMQ_USERNAME=$user SPRING_CONFIG_IMPORT=configtree:$secrets/$user/,optional:configtree:$secrets/api/
    WARREN_RABBITMQ_PORT=$(node_port amqp)
    export WARREN_RABBITMQ_PORT WARREN_SIMULATE_FAULTS=$simulate_faults
    export WARREN_DATA_DIR=${WARREN_DATA_DIR:-$home/data} # the replicas of a service share its database
    # shellcheck disable=SC2046,SC2086
    detached "$log" "$java" ${WARREN_JAVA_OPTS:--Xmx512m} $(replica_mark "$1") -jar "$jars/$(service_of "$1").jar"
    echo $! >pid
    settled $! "$(replica_mark "$1")"
  )
}

wait_until_ready() { # REPLICA...
  local replica waiting=("$@") still rounds=0 began=$SECONDS told=$SECONDS
  while ((${#waiting[@]} > 0)); do
    still=()
    for replica in "${waiting[@]}"; do
      replica_alive "$replica" || start_failed "$replica" "ended while it started"
      if [[ $(readiness "$(replica_file "$replica" port)") == ready ]]; then
        if ((rounds > 0)); then say "  $replica is ready ($((SECONDS - began)) s)"; fi
      else
        still+=("$replica")
      fi
    done
    waiting=(${still[@]+"${still[@]}"})
    if ((${#waiting[@]} == 0)); then return; fi
    if ((SECONDS - began >= start_timeout)); then start_failed "${waiting[0]}" "is not ready after $start_timeout s"; fi
    if ((SECONDS - told >= 10)); then told=$SECONDS && say "  waiting for ${waiting[*]} ($((told - began)) s)"; fi
    rounds=$((rounds + 1))
    sleep 0.5
  done
}

start_failed() { # REPLICA WHAT
  say ""
  say "$1 $2. The end of $home/logs/$1.log:"
  tail -n 30 "$home/logs/$1.log" >&2
  http GET "$(replica_file "$1" management)" /actuator/health/readiness
  if [[ -n $http_body ]]; then say "It says of itself: $http_body"; fi
  say ""
  die "$1 $2; what did start keeps running (./warren status, ./warren down)"
}

# All at once; each drains first, and none is waited for longer than the limit.
stop_replicas() { # REPLICA...
  local replica began=$SECONDS
  for replica in "$@"; do
    if replica_alive "$replica"; then
      say "Stopping $replica ..."
      kill "$(replica_file "$replica" pid)" 2>/dev/null || true
    fi
  done
  for replica in "$@"; do
    while replica_alive "$replica"; do
      if ((SECONDS - began >= stop_timeout)); then
        say "$replica did not end within $stop_timeout s: killing it"
        kill -KILL "$(replica_file "$replica" pid)" 2>/dev/null || true
      fi
      sleep 0.2
    done
    rm -f "$home/services/$replica"/{pid,port,stamp,jars}
  done
}
