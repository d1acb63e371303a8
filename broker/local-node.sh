#!/usr/bin/env bash
# A private RabbitMQ node from the machine's own rabbitmq-server. Nothing of it is outside DIR, nothing of it listens
# beyond 127.0.0.1, and any number of nodes run side by side: each has its own epmd, cookie and ports.
#
#   local-node.sh start DIR AMQP_PORT MANAGEMENT_PORT [STREAM_PORT]   returns when it is ready; 1 and its log if not
#   local-node.sh stop DIR                                            no matter whether it runs; keeps the data
#   local-node.sh status DIR                                          0 when it runs
#   local-node.sh ctl DIR ARGUMENT...                                 rabbitmqctl on it
#   local-node.sh version                                             of the rabbitmq-server found; 1 when there is none
#
# DIR/ports tells the ports taken. WARREN_BROKER_TIMEOUT bounds the start and the stop (default 120 seconds each).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=broker/process.sh
. "$here/process.sh"
# shellcheck source=broker/local-node-env.sh
. "$here/local-node-env.sh"
timeout=${WARREN_BROKER_TIMEOUT:-120}

pid_in() { cat "$dir/$1" 2>/dev/null || true; }

give_up() {
  say "RabbitMQ $1. The end of $dir/rabbitmq.log:"
  tail -n 40 "$dir/rabbitmq.log" >&2
  stop
  exit 1
}

wait_until_ready() {
  local deadline=$((SECONDS + timeout)) permissions
  until listening "$amqp_port" && listening "$management_port"; do
    if ! kill -0 "$server_pid" 2>/dev/null; then give_up "ended while it started"; fi
    if ((SECONDS >= deadline)); then give_up "was not ready after $timeout s"; fi
    sleep 0.3
  done
  "$sbin/rabbitmqctl" -q await_startup --timeout "$timeout" >>"$dir/rabbitmq.log" 2>&1 || give_up "did not finish its start"
  # an older broker starts even so, and says nothing
  # (all of its output is read: rabbitmqctl fails when a reader has seen enough and leaves)
  permissions=$("$sbin/rabbitmqctl" -q list_permissions 2>>"$dir/rabbitmq.log") || true
  [[ $'\n'$permissions == *$'\n'rpc-fib[[:space:]]* ]] ||
    give_up "did not take its users and queues: there is an error in $here/definitions.json"
  "$sbin/rabbitmq-diagnostics" -q check_local_alarms >>"$dir/rabbitmq.log" 2>&1 || give_up "blocks publishers: it lacks disk or memory"
}

start() {
  if running; then
    say "RabbitMQ is already running in $dir"
    return
  fi
  amqp_port=$1 management_port=$2 stream_port=${3:-$(free_port)}
  [[ -n $sbin ]] || { say "No rabbitmq-server on this machine: see broker/install-rabbitmq.sh" && exit 1; }
  for port in "$amqp_port" "$management_port" "$stream_port"; do
    if listening "$port"; then say "Port $port is busy" && exit 1; fi
  done
  stop_epmd
  choose_ports
  write_config
  node_environment
  if [[ -f rabbitmq.log ]]; then mv rabbitmq.log rabbitmq.log.1; fi
  say "Starting RabbitMQ $version on 127.0.0.1:$amqp_port (management $management_port) ..."
  detached "$dir/rabbitmq.log" "$epmd" -port "$epmd_port" -address 127.0.0.1
  echo $! >"$dir/epmd.pid"
  detached "$dir/rabbitmq.log" "$sbin/rabbitmq-server" -warren "$mark"
  server_pid=$!
  echo "$server_pid" >"$dir/server.pid"
  wait_until_ready
  say "RabbitMQ $version is ready"
}

running() {
  read_pids
  node_alive || server_alive
}

# The server's script has a number as soon as it starts; the node itself a little later, and it removes its pid file
# while it stops.
read_pids() { node=$(pid_in rabbitmq.pid) server=$(pid_in server.pid); }
node_alive() { alive "$node" "-warren $mark"; }
server_alive() { alive "$server" "-warren $mark"; }

# Ours, or the one that the node started in its place after somebody had killed ours.
stop_epmd() {
  local port
  [[ -s $dir/ports ]] || return 0
  port=$(port_of epmd)
  if alive "$(pid_in epmd.pid)" "epmd -port $port "; then
    kill "$(pid_in epmd.pid)"
  elif listening "$port"; then
    find_epmd
    "$epmd" -port "$port" -kill >/dev/null 2>&1 || true
  fi
  rm -f "$dir/epmd.pid" "$dir/ports"
}

# SIGTERM is an orderly stop for RabbitMQ: https://www.rabbitmq.com/docs/man/rabbitmqctl.8#stop
stop() {
  local deadline=$((SECONDS + timeout))
  read_pids
  if node_alive; then kill "$node"; elif server_alive; then kill "$server"; fi
  while node_alive || server_alive; do
    if ((SECONDS >= deadline)); then
      say "RabbitMQ did not stop within $timeout s: killing it"
      kill -KILL -- "-$server" 2>/dev/null || true
    fi
    sleep 0.2
  done
  rm -f "$dir/rabbitmq.pid" "$dir/server.pid"
  stop_epmd
}

ctl() {
  epmd_port=$(port_of epmd) distribution_port=$(port_of distribution)
  node_environment
  exec "$sbin/rabbitmqctl" "$@"
}

usage() {
  sed -n '2,/^set /{/^#/s/^# \{0,1\}//p;}' "${BASH_SOURCE[0]}" >&2
  exit 2
}

find_server
case "${1:-}/$#" in
  version/1) [[ -n $sbin ]] && echo "$version" ;;
  start/4 | start/5) enter "$2" && shift 2 && start "$@" ;;
  stop/2) if [[ -d $2 ]]; then enter "$2" && stop; fi ;;
  ctl/*) enter "$2" && shift 2 && ctl "$@" ;;
  status/2) [[ -d $2 ]] && enter "$2" && running ;;
  *) usage ;;
esac
