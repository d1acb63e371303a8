#!/usr/bin/env bash
# Makes a rabbitmq-server available on this machine, without leaving a system broker running.
#
#   broker/install-rabbitmq.sh    Debian and Ubuntu, as root or with passwordless sudo: installs the package.
#                                 Anywhere else: says what to install and exits 1.
set -euo pipefail

policy=/usr/sbin/policy-rc.d
saved_policy=

say() { printf '%s\n' "$*" >&2; }

how_to_install() {
  say "Warren needs a RabbitMQ broker, and there is none here. Install one of these and run the command again:"
  say "  Debian, Ubuntu   sudo apt-get install rabbitmq-server"
  say "  Fedora           sudo dnf install rabbitmq-server"
  say "  macOS            brew install rabbitmq"
  say "  anywhere         Docker with Compose 2, or any release from https://www.rabbitmq.com/docs/download on the PATH"
  exit 1
}

# invoke-rc.d and deb-systemd-invoke ask this file before they start anything:
# https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt
forbid_service_start() {
  if [[ -e $policy || -L $policy ]]; then
    saved_policy=$policy.before-warren.$$
    mv "$policy" "$saved_policy"
  fi
  trap restore_policy EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
}

restore_policy() {
  rm -f "$policy"
  if [[ -n $saved_policy ]]; then mv "$saved_policy" "$policy"; fi
}

# Apt's own output is of interest only when it failed.
apt() {
  DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" </dev/null >"$log" 2>&1
}

install_package() {
  log=$(mktemp)
  if ! apt --no-install-recommends install rabbitmq-server; then
    say "Refreshing the package lists ..."
    if ! { apt update && apt --no-install-recommends install rabbitmq-server; }; then
      tail -n 30 "$log" >&2
      say "apt-get could not install rabbitmq-server (see above)."
      rm -f "$log"
      exit 1
    fi
  fi
  rm -f "$log"
}

# Nor at the next boot: whoever wants the system's broker enables it as usual.
disable_service() {
  update-rc.d rabbitmq-server disable >/dev/null 2>&1 || true
}

# Two at once would take each other's policy for one that was there before.
wait_for_another_installation() {
  exec 9<"${policy%/*}"
  flock -w 600 9 || say "Another installation takes long; going on beside it."
}

# Unpacked is not enough, where a package manager knows more.
is_installed() {
  [[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]] || return
  ! command -v dpkg-query >/dev/null ||
    [[ $(dpkg-query -W -f '${db:Status-Status}' rabbitmq-server 2>/dev/null || echo installed) == installed ]]
}

main() {
  if is_installed; then return; fi
  if ! command -v apt-get >/dev/null || ! command -v dpkg >/dev/null; then how_to_install; fi
  if [[ $(id -u) != 0 ]]; then
    sudo -n true 2>/dev/null || how_to_install
    exec sudo -n -- bash "$0"
  fi
  wait_for_another_installation
  if is_installed; then return; fi
  say "Installing the package rabbitmq-server (its system service is not started) ..."
  forbid_service_start
  install_package
  disable_service
  say "Installed RabbitMQ $(dpkg-query -W -f '${Version}' rabbitmq-server)."
}

main
