# The tour's stop at docs/patterns/topics.md.
# shellcheck shell=bash disable=SC2154,SC2034

title "Topics" "A topic exchange (topic_logs) matches words: * is one word, # any number."

subscribe '{"pattern":"topic","bindingKeys":["kern.*","*.critical"]}'
kernel=$subscription
subscribe '{"pattern":"topic","bindingKeys":["auth.#"]}'
auth=$subscription
post_json /api/logs/topic "{\"routingKey\":\"kern.critical\",\"text\":\"Matches twice, comes once $tag\"}"
expect_status 202
post_json /api/logs/topic "{\"routingKey\":\"auth\",\"text\":\"The # may be empty $tag\"}"
expect_status 202
expect_received "$kernel" "the subscriber to kern.* and *.critical" "Matches twice, comes once $tag"
get "$subscriber" "/api/received?subscription=$kernel"
expect_received "$auth" "the subscriber to auth.#" "The # may be empty $tag"
