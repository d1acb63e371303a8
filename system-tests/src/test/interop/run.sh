#!/usr/bin/env bash
# The tutorials' clients in Python (pika) and JavaScript (amqplib), both generations, both sides of every pattern,
# against the suite that ./warren status shows. Prints a table; the exit code is 1 if a line of it failed.
#
#   run.sh [pika|amqplib]...     all of them by default
# shellcheck disable=SC2154
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../../.." && pwd)
work=$root/system-tests/target/interop
for part in "$root/broker/process" "$root/launcher/http" "$here/suite" "$here/clients" "$here/checks"; do
  # shellcheck disable=SC1090
  . "$part.sh"
done

clients=("$@")
if (($# == 0)); then clients=(pika amqplib); fi
mkdir -p "$work"
rm -f "$work"/*.err "$work"/*.log
find_suite
for client in "${clients[@]}"; do "prepare_$client"; done
subscribe
trap unsubscribe EXIT

failed=0
format='%-8s %-10s %-10s %-22s %s\n'
# shellcheck disable=SC2059
printf "$format" CLIENT GENERATION PATTERN SIDE RESULT
for client in "${clients[@]}"; do
  for generation in old current; do
    for check in "${checks[@]}"; do
      result=$(run_check "$check") || failed=1
      # shellcheck disable=SC2059,SC2086
      printf "$format" "$client" "$generation" ${check%%:*} "${check#*:}" "$result"
    done
  done
done
exit "$failed"
