# Sourced: ./warren down
# shellcheck shell=bash disable=SC2154,SC2034

warren_down() {
  local purge=''
  if [[ ${1:-} == --purge ]]; then purge=yes && shift; fi
  if (($# > 0)); then wrong_usage "down takes --purge or nothing; not '$1'"; fi
  mode=$(last_mode)
  if [[ -z $mode ]]; then say "Nothing runs." && return; fi
  use_mode "$mode"
  lock
  if mode_runs; then mode_down; else say "Nothing runs."; fi
  if [[ -z $purge ]]; then
    say "The data is kept; ./warren down --purge removes it."
    return
  fi
  mode_purge
  rm -f "$home/mode" "$home/lock"
  rmdir "$home" 2>/dev/null || true
  say "Removed all data."
}
