# Sourced by local-node.sh: where the server is, and the configuration and environment that keep a node inside DIR.
# shellcheck shell=bash disable=SC2034,SC2154

# A user's own RABBITMQ_* settings are meant for another broker.
for name in ${!RABBITMQ_@}; do unset "$name"; done

# The scripts in /usr/sbin of Debian and Fedora change the user and the directory; those in /usr/lib do not.
find_server() {
  local candidate
  sbin='' version=''
  for candidate in "${WARREN_RABBITMQ_BIN:-}" /usr/lib/rabbitmq/bin \
    "$(dirname "$(command -v rabbitmq-server || echo /nowhere/x)")" /opt/homebrew/sbin /usr/local/sbin; do
    if [[ -x $candidate/rabbitmq-server ]]; then sbin=$candidate && break; fi
  done
  if [[ -n $sbin ]]; then version=$(server_version); fi
}

# From the name of the plugin that is the broker itself: `rabbitmqctl version` would leave an epmd behind.
server_version() {
  local script=$sbin/rabbitmq-server target plugin
  while [[ -L $script ]]; do
    target=$(readlink "$script")
    if [[ $target == /* ]]; then script=$target; else script=$(dirname "$script")/$target; fi
  done
  for plugin in "$(dirname "$script")"/../plugins/rabbit-[0-9]*; do
    plugin=${plugin##*/rabbit-}
    echo "${plugin%.ez}" && return
  done
}

at_least() { # MAJOR.MINOR
  local major minor
  IFS=. read -r major minor _ <<<"$version"
  ((major > ${1%.*} || (major == ${1%.*} && minor >= ${1#*.})))
}

find_epmd() {
  epmd=$(command -v epmd) && return
  local root
  root=$(erl -noinput -boot start_clean -eval 'io:format("~s", [code:root_dir()]), halt().')
  epmd=$(ls "$root"/erts-*/bin/epmd)
}

enter() {
  mkdir -p "$1"
  dir=$(cd "$1" && pwd)
  mark=$(checksum "$dir")
}

port_of() { sed -n "s/^$1=//p" "$dir/ports"; }

choose_ports() {
  epmd_port=$(free_port) distribution_port=$(free_port) prometheus_port=$(free_port)
  printf '%s\n' "amqp=$amqp_port" "management=$management_port" "stream=$stream_port" \
    "prometheus=$prometheus_port" "epmd=$epmd_port" "distribution=$distribution_port" >"$dir/ports"
}

# The broker's own files with this node's paths and ports, and the demo's user guest, who comes by loopback here; the definitions lie beside it, so that no character of
# the path can be misread by the configuration's parser.
write_config() {
  mkdir -p "$dir/config/conf.d" "$dir/config/definitions.d"
  cp "$here/definitions.json" "$dir/config/definitions.d/10-warren.json"
  local file needed
  for file in "$here"/definitions-*.json; do
    needed=${file##*/definitions-} needed=${needed%.json}
    if at_least "$needed"; then cp "$file" "$dir/config/definitions.d/20-warren-$needed.json"; fi
  done
  cp "$here/demo/definitions.json" "$dir/config/definitions.d/90-demo.json"
  cp "$here/enabled_plugins" "$dir/config/enabled_plugins"
  : >"$dir/config/rabbitmq-env.conf"
  {
    sed 's|^load_definitions *=.*|load_definitions = config/definitions.d|' "$here/rabbitmq.conf"
    if at_least 4.0; then cat "$here/conf.d/40-quorum-defaults.conf"; fi
    cat <<-CONF
		listeners.tcp.1 = 127.0.0.1:$amqp_port
		management.tcp.ip = 127.0.0.1
		management.tcp.port = $management_port
		prometheus.tcp.ip = 127.0.0.1
		prometheus.tcp.port = $prometheus_port
		stream.listeners.tcp.1 = 127.0.0.1:$stream_port
		stream.advertised_host = 127.0.0.1
		stream.advertised_port = $stream_port
		CONF
  } >"$dir/config/rabbitmq.conf"
}

# The data belongs to the node's name, so the name never depends on a port.
node_environment() {
  find_epmd
  export HOME=$dir ERL_EPMD_PORT=$epmd_port ERL_EPMD_ADDRESS=127.0.0.1
  export RABBITMQ_NODENAME=warren@localhost RABBITMQ_DIST_PORT=$distribution_port
  export RABBITMQ_CONF_ENV_FILE=$dir/config/rabbitmq-env.conf
  export RABBITMQ_CONFIG_FILE=$dir/config/rabbitmq.conf RABBITMQ_CONFIG_FILES=$dir/config/conf.d
  export RABBITMQ_ADVANCED_CONFIG_FILE=$dir/config/advanced.config
  export RABBITMQ_ENABLED_PLUGINS_FILE=$dir/config/enabled_plugins
  export RABBITMQ_MNESIA_BASE=$dir/data RABBITMQ_LOG_BASE=$dir RABBITMQ_LOGS=-
  export RABBITMQ_GENERATED_CONFIG_DIR=$dir/config RABBITMQ_PID_FILE=$dir/rabbitmq.pid
  export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}"
  cd "$dir" || exit 1
}