# Sourced: what the stops of the tour share. Everything goes through the REST API, as a user would type it.
# shellcheck shell=bash disable=SC2154,SC2034

# Tells this tour's messages from those of another.
tag="#$((RANDOM % 9000 + 1000))"
missing=0
subscriptions=()

meet_the_suite() {
  producer=$(reachable producer-service)
  subscriber=$(reachable log-subscriber-service)
  introduce_ourselves
  workers=$(mode_rows | sed -n 's/^worker-service|[0-9]*|\([0-9]*\)|ready|.*/\1/p')
  [[ -n $workers ]] || die "no worker-service is ready; ./warren status tells more, ./warren up starts what is missing"
}

# Where the services ask who calls, nothing of the tour would arrive without a key.
introduce_ourselves() {
  http GET "$producer" /api/patterns
  case $http_status in
    200) ;;
    401) die "the services ask for a key, and know none such as WARREN_API_KEY has; docs/security.md tells how to get one" ;;
    403) die "the key in WARREN_API_KEY does not allow enough; the tour needs one with all scopes (docs/security.md)" ;;
    *) die "producer-service answers $http_status to GET /api/patterns; ./warren logs producer-service tells why" ;;
  esac
}

reachable() { # SERVICE
  local port
  port=$(mode_door "$1")
  [[ -n $port && $(readiness "$port") == ready ]] ||
    die "no $1 is ready; ./warren status tells more, ./warren up starts what is missing"
  echo "$port"
}

title() { printf '\n== %s\n   %s\n' "$1" "$2"; }
ok() { printf '   ok: %s\n' "$*"; }
miss() {
  printf '   MISSING: %s\n' "$*"
  missing=$((missing + 1))
}

get() { # PORT PATH
  printf "\n\$ curl 'http://localhost:%s%s'\n" "$1" "$2"
  http GET "$1" "$2"
  show_answer
}

delete() { # PORT PATH
  printf "\n\$ curl -X DELETE 'http://localhost:%s%s'\n" "$1" "$2"
  http DELETE "$1" "$2"
  show_answer
}

# With the media type that curl gives to what -d sends.
post_text() { # PATH TEXT; to the producer
  printf "\n\$ curl -d '%s' http://localhost:%s%s\n" "$2" "$producer" "$1"
  http POST "$producer" "$1" application/x-www-form-urlencoded "$2"
  show_answer
}

post_lines() { # PATH MEDIA_TYPE LINES; to the producer
  printf "\n\$ curl -H 'Content-Type: %s' --data-binary '%s' http://localhost:%s%s\n" "$2" "$3" "$producer" "$1"
  http POST "$producer" "$1" "$2" "$3"
  show_answer
}

post_json() { # PATH JSON [PORT]
  printf "\n\$ curl --json '%s' http://localhost:%s%s\n" "$2" "${3:-$producer}" "$1"
  http POST "${3:-$producer}" "$1" application/json "$2"
  show_answer
}

# As often as it is sent under the same key, it is done once.
post_json_once() { # KEY PATH JSON; to the producer
  printf "\n\$ curl -H 'Idempotency-Key: \"%s\"' --json '%s' http://localhost:%s%s\n" "$1" "$3" "$producer" "$2"
  http POST "$producer" "$2" application/json "$3" "Idempotency-Key: \"$1\""
  show_answer
}

show_answer() {
  local shown=${http_body:0:700}
  if ((${#http_body} > 700)); then shown+=" ..."; fi
  printf '%s %s\n' "$http_status" "$shown"
}

expect_status() { [[ $http_status == "$1" ]] || miss "status $1, not $http_status"; }

# Repeats a check once in a while until it is true, for at most so many seconds.
within() { # SECONDS COMMAND...
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    if ((SECONDS >= end)); then return 1; fi
    sleep 0.3
  done
}

# Sets $subscription to a new subscription, which ends with the tour.
subscribe() { # JSON
  post_json /api/subscriptions "$1" "$subscriber"
  expect_status 201
  subscription=$(json_value id "$http_body")
  subscriptions+=("$subscription")
}

# The texts of this tour that a subscription got, in order, with a bar between them.
received() { # SUBSCRIPTION
  http GET "$subscriber" "/api/received?subscription=$1&limit=100"
  grep -o '"text":"[^"]*"' <<<"$http_body" | sed 's/^"text":"\(.*\)"$/\1/' | grep -F -- "$tag" | paste -s -d '|' - || true
}

received_is() { [[ $(received "$1") == "$2" ]]; }

# Shows who received what, and waits for it when it is not there yet.
expect_received() { # SUBSCRIPTION WHO TEXTS
  if within 10 received_is "$1" "$3"; then
    ok "$2 received $([[ -n $3 ]] && printf '"%s"' "${3//|/\", \"}" || echo nothing)"
  else
    miss "$2 should have received \"$3\" and has \"$(received "$1")\""
  fi
}

leave() {
  local each
  for each in ${subscriptions[@]+"${subscriptions[@]}"}; do http DELETE "$subscriber" "/api/subscriptions/$each"; done
}

farewell() {
  printf '\n'
  if ((missing > 0)); then
    die "$missing of the tour's expectations were not met; look for MISSING above, and into ./warren logs"
  fi
  echo "Everything arrived where it should. Next: http://localhost:$producer/swagger-ui.html and docs/patterns"
}
