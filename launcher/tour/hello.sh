# The tour's stop at docs/patterns/hello.md.
# shellcheck shell=bash disable=SC2154,SC2034

title "Hello World" "One message, one queue (hello), one consumer: the worker."

greetings() { # of all worker replicas
  local port count sum=0
  for port in $workers; do
    http GET "$port" /api/worker
    count=$(json_value hello "$http_body")
    sum=$((sum + ${count:-0}))
  done
  echo "$sum"
}
one_more_greeting() { (($(greetings) > before)); }

before=$(greetings)
post_text /api/hello "Hello World! $tag"
expect_status 202
if within 10 one_more_greeting; then
  ok "a worker received it; its log shows the text: ./warren logs worker"
else
  miss "the worker did not receive the greeting"
fi
