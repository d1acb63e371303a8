# The tour's stop at docs/patterns/delayed-retry.md and docs/patterns/retry-ladder.md.
# shellcheck shell=bash disable=SC2154,SC2034

http GET "${workers%%$'\n'*}" /api/worker
title "Retries" "A task that fails is tried again later, and others flow past. Here by: $(json_value retryMechanism "$http_body")."

post_json /api/tasks "{\"text\":\"Flaky $tag\",\"simulate\":{\"failAttempts\":2}}"
expect_status 202
flaky=$(json_value id "$http_body")
post_text /api/tasks "Behind $tag"
expect_status 202
behind=$(json_value id "$http_body")

state_is() { # ID STATE
  http GET "$producer" "/api/tasks/$1"
  [[ $(json_value state "$http_body") == "$2" ]]
}

if within 30 state_is "$behind" succeeded && state_is "$flaky" queued; then
  ok "the task behind is done, and the other one waits for its next attempt"
  get "$producer" "/api/tasks/$flaky"
else
  miss "the task behind is done while the other one waits: $http_body"
fi
if within 60 state_is "$flaky" succeeded && [[ $(json_value attempts "$http_body") == 3 ]]; then
  ok "it succeeded at its third attempt"
else
  miss "it should have succeeded at its third attempt: $http_body"
fi
get "$producer" "/api/tasks/$flaky"
