# Sourced: the running suite, as ./warren status tells, and what its services say they have received.
# shellcheck shell=bash disable=SC2034,SC2154

limit=30 # seconds to wait for anything

find_suite() {
  local status
  status=$("$root/warren" status --json)
  AMQP_URL=$(json_value amqp "$status")
  broker_version=$(json_value version "$status")
  export AMQP_URL
  producer=$(port_of producer-service "$status")
  log_subscriber=$(port_of log-subscriber-service "$status")
  if [[ -z $AMQP_URL || -z $producer || -z $log_subscriber ]]; then
    say "The suite does not run: ./warren up"
    exit 1
  fi
  say "RabbitMQ $broker_version at $AMQP_URL"
}

# Of its first replica, for a door leads to any, and only one has what it subscribed to.
port_of() { # SERVICE STATUS
  local url
  url=$(json_value url "$(grep -m 1 "\"service\":\"$1\"" <<<"$2")")
  echo "${url##*:}"
}

post() { # PORT PATH TYPE BODY; the status is 2xx
  http POST "$1" "$2" "$3" "$4"
  [[ $http_status == 2* ]] || { say "POST $2 answered $http_status $http_body" && return 1; }
}

post_json() { post "$1" "$2" application/json "$3"; }

subscriptions=()
subscribe() {
  local json
  for json in '{"pattern":"fanout"}' '{"pattern":"direct","bindingKeys":["warning"]}' \
    '{"pattern":"topic","bindingKeys":["kern.*"]}' \
    '{"pattern":"headers","headers":{"level":"high"},"match":"any"}'; do
    post_json "$log_subscriber" /api/subscriptions "$json" || exit 1
    subscriptions+=("$(json_value id "$http_body")")
  done
}

unsubscribe() {
  local id
  for id in ${subscriptions[@]+"${subscriptions[@]}"}; do http DELETE "$log_subscriber" "/api/subscriptions/$id"; done
}

# Waits until a command succeeds.
eventually() { # COMMAND...
  local began=$SECONDS
  until "$@"; do
    if ((SECONDS - began >= limit)); then return 1; fi
    sleep 0.2
  done
}

says() { # PORT PATH TEXT
  http GET "$1" "$2"
  [[ $http_body == *"$3"* ]]
}

# In the tutorials' own words, for a greeting is shown nowhere else.
worker_has() { eventually worker_logged " [x] Received $1"; }
worker_logged() { "$root/warren" logs worker | grep -qF "$1"; }
subscriber_has() { eventually says "$log_subscriber" "/api/received?limit=1000" "$1"; }
