# The tour's stop at docs/patterns/transactional-outbox.md and docs/patterns/idempotent-consumer.md.
# shellcheck shell=bash disable=SC2154,SC2034

title "Transactional Outbox and Idempotent Consumer" \
  "An order and what tells of it are one transaction; however often that comes, the order is shipped once."

worker=${workers%%$'\n'*}

told_of() { # ID
  http GET "$producer" "/api/orders/$1"
  [[ $(json_value event "$http_body") == published ]]
}

shipped() { # ID
  http GET "$worker" "/api/shipments?orderId=$1"
  [[ $http_body == *'"orderId"'* ]]
}

order="{\"item\":\"Carrot cake $tag\",\"quantity\":2}"
post_json_once "order $tag" /api/orders "$order"
expect_status 201
id=$(json_value id "$http_body")
post_json_once "order $tag" /api/orders "$order"
if [[ $(json_value id "$http_body") == "$id" ]]; then ok "sent again under its key, it is the same order"; else miss "order $id was placed twice"; fi
if within 30 told_of "$id"; then ok "the broker has the message that tells of it"; else miss "order $id is still pending: $http_body"; fi
get "$producer" "/api/orders/$id"
if within 30 shipped "$id"; then ok "it was shipped"; else miss "order $id was not shipped"; fi
get "$worker" "/api/shipments?orderId=$id"
if [[ $(grep -o '"orderId"' <<<"$http_body" | wc -l) != 1 ]]; then miss "order $id was shipped more than once"; fi
