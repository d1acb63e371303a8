# The tour's stop at docs/patterns/rpc.md.
# shellcheck shell=bash disable=SC2154,SC2034

title "RPC" "A request with reply_to and correlation_id; any of the servers of rpc_queue answers."

get "$producer" /api/fib/30
expect_status 200
if [[ $(json_value value "$http_body") == 832040 ]]; then
  ok "$(json_value server "$http_body") computed fib(30) = 832040"
else
  miss "fib(30) is 832040"
fi
get "$producer" /api/fib/minus-one
expect_status 400
if [[ $http_status == 400 ]]; then ok "what is not a number is refused: $(json_value detail "$http_body")"; fi
