# Sourced: ./warren demo
# shellcheck shell=bash disable=SC2154,SC2034

warren_demo() {
  die "the tour is not written yet"
}
