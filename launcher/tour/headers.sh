# The tour's stop at docs/patterns/headers.md.
# shellcheck shell=bash disable=SC2154,SC2034

title "Headers" "A headers exchange (header_test) compares headers: all of them, or any."

subscribe '{"pattern":"headers","match":"all","headers":{"format":"pdf","type":"report"}}'
all=$subscription
subscribe '{"pattern":"headers","match":"any","headers":{"format":"pdf","type":"report"}}'
any=$subscription
post_json /api/logs/headers "{\"headers\":{\"format\":\"pdf\",\"type\":\"report\"},\"text\":\"A pdf report $tag\"}"
expect_status 202
post_json /api/logs/headers "{\"headers\":{\"format\":\"pdf\",\"type\":\"log\"},\"text\":\"A pdf log $tag\"}"
expect_status 202
expect_received "$any" "the subscriber to any of format=pdf, type=report" "A pdf report $tag|A pdf log $tag"
get "$subscriber" "/api/received?subscription=$any"
expect_received "$all" "the subscriber to all of them" "A pdf report $tag"
