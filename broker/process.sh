# Sourced: processes in the background and local ports, with nothing but bash.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

# A pid file outlives a reboot; the mark in the command line tells our process from a stranger with its number.
alive() { # PID MARK
  local command
  kill -0 "${1:-none}" 2>/dev/null || return 1
  if [[ -r /proc/$1/cmdline ]]; then command=$(tr '\0' ' ' <"/proc/$1/cmdline"); else command=$(ps -o command= -p "$1"); fi
  [[ $command == *"$2"* ]]
}

# In a process group of its own, so that Ctrl-C in the terminal that started it leaves it alone. Its number is in $!.
detached() { # LOG COMMAND...
  local log=$1
  shift
  if command -v setsid >/dev/null; then
    setsid "$@" </dev/null >>"$log" 2>&1 &
  else
    set -m
    nohup "$@" </dev/null >>"$log" 2>&1 &
    set +m
  fi
}

# Between fork and exec a process still has the command line of its parent, for seconds when the machine is busy. Returns
# when alive can be asked about one that was just started, or when it has ended.
settled() { # PID MARK
  local tries
  for ((tries = 0; tries < 200; tries++)); do
    if alive "$1" "$2" || ! kill -0 "$1" 2>/dev/null; then return; fi
    sleep 0.1
  done
}

listening() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; } # PORT

# From below the range that the kernel hands out to clients.
free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && listening "$port"; do :; done
  echo "$port"
}

# The same text always gives the same number: a name for a folder in a command line, a stamp for a set of settings.
checksum() { printf '%s' "$1" | cksum | cut -d ' ' -f 1; }
