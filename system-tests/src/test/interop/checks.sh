# Sourced: one check per pattern and side. $client, $generation and a text of its own are given to each.
# shellcheck shell=bash disable=SC2034,SC2154

checks=(hello:send hello:receive workqueue:send workqueue:receive pubsub:send pubsub:receive routing:send routing:receive
  topics:send topics:receive headers:send headers:receive rpc:call rpc:call-direct-reply-to rpc:serve)

# Prints pass, fail, or refused where the broker must refuse.
run_check() { # PATTERN:SIDE
  local text log=$work/$client.$generation.${1/:/.}.err outcome=fail
  text="$client $generation ${1/:/ } $RANDOM$RANDOM"
  if "${1/:/_}" 2>"$log"; then outcome=pass; fi
  end_background
  if must_be_refused "$1"; then
    if [[ $outcome == fail ]] && grep -qs PRECONDITION "$log" "$work/$client.$generation.${1%%:*}.log"; then
      echo "refused (406), as $broker_version does"
      return 0
    fi
    outcome=fail
  fi
  echo "$outcome"
  if [[ $outcome == fail ]]; then cat "$log" >&2; fi
  [[ $outcome == pass ]]
}

# Before 4.0 only a declaration equal to ours is taken: docs/adr/0003-one-wire-contract.md
must_be_refused() { # PATTERN:SIDE
  [[ $generation == old && ${broker_version%%.*} -lt 4 && $1 =~ ^(hello:|workqueue:|rpc:serve) ]]
}

# Posts until the foreign receiver got one: ours shares the queue.
share_of() { # PORT PATH BODY
  post "$1" "$2" text/plain "$3" && grep -qF "$3" "$output"
}

hello_send() { program hello send "$text" && worker_has "$text"; }
hello_receive() { program_in_background hello receive && eventually share_of "$producer" /api/hello "$text"; }

workqueue_send() { program workqueue send "$text" && worker_has "$text"; }
workqueue_receive() { program_in_background workqueue receive && eventually share_of "$producer" /api/tasks "$text"; }

pubsub_send() { program pubsub send "$text" && subscriber_has "$text"; }
pubsub_receive() {
  program_in_background pubsub receive && post "$producer" /api/logs text/plain "$text" &&
    eventually grep -qF "$text" "$output"
}

routing_send() { program routing send "$text" warning && subscriber_has "$text"; }
routing_receive() {
  program_in_background routing receive warning error &&
    post_json "$producer" /api/logs/direct "{\"severity\":\"error\",\"text\":\"$text\"}" &&
    eventually grep -qF "error:$text" "$output"
}

topics_send() { program topics send "$text" kern.critical && subscriber_has "$text"; }
topics_receive() {
  program_in_background topics receive 'kern.*' '*.critical' &&
    post_json "$producer" /api/logs/topic "{\"routingKey\":\"auth.critical\",\"text\":\"$text\"}" &&
    eventually grep -qF "auth.critical:$text" "$output"
}

headers_send() { program headers send "$text" level=high && subscriber_has "$text"; }
headers_receive() {
  program_in_background headers receive all level=high source=app &&
    post_json "$producer" /api/logs/headers "{\"headers\":{\"level\":\"high\",\"source\":\"app\"},\"text\":\"$text\"}" &&
    eventually grep -qF "$text" "$output"
}

rpc_call() { [[ $(program rpc call 30) == 832040 ]]; }
rpc_call-direct-reply-to() { [[ $(program rpc call 30 direct) == 832040 ]]; }
rpc_serve() { program_in_background rpc serve && eventually answered_by_foreign_server; }

# Every answer is right, whoever gave it, until the foreign server has given one.
answered_by_foreign_server() {
  says "$producer" '/api/fib/20?timeout=5s' '"6765"' && grep -q Answered "$output"
}
