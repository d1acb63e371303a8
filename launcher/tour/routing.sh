# The tour's stop at docs/patterns/routing.md.
# shellcheck shell=bash disable=SC2154,SC2034

title "Routing" "A direct exchange (direct_logs) delivers by severity; each subscriber binds those it wants."

subscribe '{"pattern":"direct","bindingKeys":["error"]}'
errors=$subscription
subscribe '{"pattern":"direct","bindingKeys":["info","warning"]}'
others=$subscription
post_json /api/logs/direct "{\"severity\":\"error\",\"text\":\"It exploded $tag\"}"
expect_status 202
post_json /api/logs/direct "{\"severity\":\"info\",\"text\":\"All is well $tag\"}"
expect_status 202
expect_received "$errors" "the subscriber to error" "It exploded $tag"
get "$subscriber" "/api/received?subscription=$errors"
expect_received "$others" "the subscriber to info and warning" "All is well $tag"
