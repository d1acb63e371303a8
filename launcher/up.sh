# Sourced: ./warren up
# shellcheck shell=bash disable=SC2154,SC2034

# shellcheck source=launcher/status.sh
. "$root/launcher/status.sh"

warren_up() {
  local asked=''
  while (($# > 0)); do
    case $1 in
      --local | --docker | --cluster) asked=${1#--} ;;
      --) shift && break ;;
      *) wrong_usage "up takes --local, --docker or --cluster, and after -- what docker compose up takes; not '$1'" ;;
    esac
    shift
  done
  choose_mode "$asked"
  lock
  remember_mode
  keep_ports
  mode_up "$@"
  say ""
  print_table
  what_to_try
}

# As asked; else as the last time, because that is where the data is; else Docker if it answers.
choose_mode() {
  local last
  last=$(last_mode)
  if [[ -n $1 && -n $last && $1 != "$last" ]] && (use_mode "$last" && mode_runs); then
    die "the suite already runs ($last); ./warren down first"
  fi
  # a node of a cluster does not start alone, and one that was alone is not the same as the others
  if [[ $1/$last == docker/cluster || $1/$last == cluster/docker ]]; then
    die "there is data of ./warren up --$last, which --$1 cannot use; ./warren down --purge removes it"
  fi
  if [[ $1 == docker || $1 == cluster ]] && ! docker_answers; then die "no Docker engine with Compose 2 answers (docker info, docker compose version)"; fi
  if [[ -n $1 ]]; then
    use_mode "$1"
  elif [[ $last == local ]] || ! docker_answers; then
    use_mode local
  else
    use_mode "${last:-docker}"
  fi
  case $mode in
    local) say "Running Warren as processes of this machine" ;;
    docker) say "Running Warren with Docker Compose" ;;
    cluster) say "Running Warren with Docker Compose and three nodes of the broker" ;;
  esac
}

what_to_try() {
  local producer
  producer=$(url_of producer-service)
  cat <<TRY

Try:
  curl -d 'Hello World!' $producer/api/hello
  curl $producer/api/fib/30
  ./warren demo

The API: $producer/swagger-ui.html
TRY
}
