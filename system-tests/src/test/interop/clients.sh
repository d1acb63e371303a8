# Sourced: the two client libraries, installed into the build folder where they are not on the machine, and the
# programs that use them.
# shellcheck shell=bash disable=SC2154

prepare_pika() {
  find_pika && return
  say "Installing pika ..."
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    DEBIAN_FRONTEND=noninteractive apt-get install -y python3-pika >"$work/apt.log" 2>&1 || true
  elif python3 -m venv "$work/python"; then
    "$work/python/bin/pip" install --quiet pika || true
  fi
  find_pika && return
  say "There is no pika, and it could not be installed: apt-get install python3-pika, or pip install pika"
  exit 1
}

find_pika() {
  for python in "$work/python/bin/python3" python3 /usr/bin/python3; do
    if "$python" -c 'import pika' 2>/dev/null; then return; fi
  done
  return 1
}

prepare_amqplib() {
  command -v npm >/dev/null || { say "There is no npm: install Node.js 18 or newer" && exit 1; }
  mkdir -p "$work/node"
  cp "$here"/node/* "$work/node/"
  if ! (cd "$work/node" && npm ci --no-audit --no-fund --loglevel=error >&2); then
    say "amqplib cannot be installed with npm"
    exit 1
  fi
}

# The command line of a program of $client in $generation, ended after $limit seconds.
command_of() { # NAME ARGS...
  local name=$1
  shift
  command=(env GENERATION="$generation" timeout "$limit")
  case $client in
    pika) command+=("$python" "$here/python/$name.py" "$@") ;;
    amqplib) command+=(node "$work/node/$name.js" "$@") ;;
  esac
}

program() { # NAME ARGS...
  command_of "$@"
  "${command[@]}"
}

# The same in the background, its output in $output, until it waits for messages.
background=''
program_in_background() { # NAME ARGS...
  output=$work/$client.$generation.$1.log
  command_of "$@"
  "${command[@]}" >"$output" 2>&1 &
  background=$!
  eventually waiting_or_ended
  grep -q Waiting "$output"
}

waiting_or_ended() { grep -q Waiting "$output" || ! kill -0 "$background" 2>/dev/null; }

end_background() {
  if [[ -n $background ]]; then
    kill "$background" 2>/dev/null || true
    wait "$background" 2>/dev/null || true
  fi
  background=''
}
