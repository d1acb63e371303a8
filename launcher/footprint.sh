# Sourced: ./warren bench footprint
# shellcheck shell=bash disable=SC2154,SC2034

footprint_rounds=${WARREN_BENCH_ROUNDS:-3}

# Of each service's image: how soon it is ready as it is, without its AOT cache, and without its generated context as well
# (PLAIN: what is in its jar, started as it is); how large it is, and how much memory it keeps when nothing happens. The
# targets are ratios and limits, so that they hold on any machine.
warren_footprint() {
  local service image
  docker_answers || die "the footprint is that of the images: it needs Docker"
  compose_project=$compose_project-footprint
  use_mode docker
  trap 'leave_footprint' EXIT
  export WARREN_RABBITMQ_PORT WARREN_RABBITMQ_MANAGEMENT_PORT
  WARREN_RABBITMQ_PORT=$(free_port) WARREN_RABBITMQ_MANAGEMENT_PORT=$(free_port)
  compose build "${services[@]}" >&2
  compose up --detach --wait rabbitmq >&2
  printf '%-24s %9s %13s %7s %9s %9s %9s %11s %14s\n' \
    SERVICE 'READY ms' 'NO CACHE ms' RATIO 'PLAIN ms' 'OF PLAIN' 'RSS MiB' 'IMAGE MB' 'BASE+1.3JAR MB'
  for service in "${services[@]}"; do
    image=$(compose config --images "$service" 2>/dev/null | grep -- "-$service\$")
    footprint_of "$service" "$image"
  done
  echo 'Targets: READY ms at most 3000, RATIO at most 0.50, RSS at most 200 MiB, IMAGE at most BASE+1.3JAR. IMAGE is without its AOT cache / with it.'
}

leave_footprint() {
  docker rm --force "$compose_project-run" >/dev/null 2>&1 || true
  compose down --volumes >/dev/null 2>&1
}

footprint_of() { # SERVICE IMAGE
  local round with=() without=() plain=() rss base jar size cache
  for ((round = 0; round < footprint_rounds; round++)); do
    plain+=("$(start_time "$1" "$2" -Dspring.aot.enabled=false)")
    without+=("$(start_time "$1" "$2")")
    with+=("$(start_time "$1" "$2" -XX:AOTCache=app.aot)")
  done
  docker logs "$compose_project-run" 2>&1 | grep 'Starting AOT-processed' >/dev/null \
    || die "$1 did not start with its generated context: docker logs $compose_project-run"
  rss=$(resident_memory)
  base=$(size_of eclipse-temurin:25-jre) size=$(size_of "$2")
  jar=$(docker run --rm --entrypoint du "$2" --bytes --summarize --exclude=app.aot /app | cut -f 1)
  cache=$(docker run --rm --entrypoint stat "$2" --format %s app.aot)
  awk -v name="$1" -v with="$(median "${with[@]}")" -v without="$(median "${without[@]}")" \
    -v plain="$(median "${plain[@]}")" -v rss="$rss" \
    -v base="$base" -v size="$size" -v jar="$jar" -v cache="$cache" 'BEGIN {
      printf "%-24s %9d %13d %7.2f %9d %9.2f %9d %5d/%5d %14d\n", name, with, without, with / without, plain, with / plain, rss,
        (size - cache) / 1e6, size / 1e6, (base + 1.3 * jar) / 1e6 }'
}

# Milliseconds from the start of the process to the answer of the readiness probe; the container goes on running.
start_time() { # SERVICE IMAGE [OPTION]
  local user=${1%-service} began port polls=0 run=$compose_project-run
  docker rm --force "$run" >/dev/null 2>&1 || true
  docker create --name "$run" --network "${compose_project}_default" --memory 512m --cpus "${WARREN_CPUS:-2}" --read-only --tmpfs /tmp \
    --tmpfs /app/logs:uid=10001,gid=10001 --publish 127.0.0.1::8080 --no-healthcheck --user 10001:10001 \
    --volume "$secrets/$user:/run/secrets:ro" --env SPRING_CONFIG_IMPORT=configtree:/run/secrets/ \
    --env WARREN_SECURITY_MODE=open --env WARREN_SECURITY_OPEN_BEYOND_LOOPBACK=true \
    --env WARREN_DATA_DIR=/tmp/data --env WARREN_RABBITMQ_HOST=rabbitmq --env "WARREN_RABBITMQ_USERNAME=$user" \
    --entrypoint java "$2" @java.options ${3:+"$3"} -jar app.jar >/dev/null
  docker start "$run" >/dev/null
  # the engine says it, so that its own work does not count
  began=$(milliseconds --date "$(docker inspect --format '{{.State.StartedAt}}' "$run")")
  port=$(published_port "$run")
  until [[ $(readiness "$port") == ready ]]; do
    # seldom: each call of docker takes from the service a part of its two processors
    if ((++polls % 100 == 0)) && [[ $(docker inspect --format '{{.State.Running}}' "$run") != true ]]; then
      die "$1 did not start: docker logs $run"
    fi
    sleep 0.02
  done
  echo $(($(milliseconds) - began))
}

milliseconds() { echo $(($(date "$@" +%s%N) / 1000000)); }
published_port() { docker port "$1" 8080/tcp | sed 's/.*://'; }
size_of() { docker image inspect --format '{{.Size}}' "$1"; }
median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

# MiB of the container's only process, half a minute after the last thing happened.
resident_memory() {
  sleep 30
  docker exec "$compose_project-run" sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB/\1/p' /proc/1/status | awk '{ print int($1 / 1024) }'
}
