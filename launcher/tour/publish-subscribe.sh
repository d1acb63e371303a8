# The tour's stop at docs/patterns/publish-subscribe.md.
# shellcheck shell=bash disable=SC2154,SC2034

title "Publish/Subscribe" "A fanout exchange (logs) gives every subscriber a copy."

subscribe '{"pattern":"fanout"}'
first=$subscription
subscribe '{"pattern":"fanout"}'
second=$subscription
post_text /api/logs "For everybody $tag"
expect_status 202
expect_received "$first" "subscriber $first" "For everybody $tag"
get "$subscriber" "/api/received?subscription=$first"
expect_received "$second" "subscriber $second" "For everybody $tag"
