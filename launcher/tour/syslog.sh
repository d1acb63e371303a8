# The tour's stop at docs/patterns/topics.md: real syslog lines, published as facility.severity.
# shellcheck shell=bash disable=SC2154,SC2034

title "Syslog" "Each line is published to topic_logs as facility.severity; what is no syslog line is counted, not lost."

subscribe '{"pattern":"topic","bindingKeys":["auth.*"]}'
auth=$subscription
subscribe '{"pattern":"topic","bindingKeys":["kern.*"]}'
kernel=$subscription
lines="<34>1 2026-11-21T06:14:15.003Z myhost su - ID47 - su root failed $tag
<2>Nov 21 06:14:16 myhost kernel: out of memory $tag
this is no syslog line $tag"
post_lines /api/logs/syslog text/plain "$lines"
expect_status 202
if [[ $(json_value published "$http_body")/$(json_value malformed "$http_body") == 2/1 ]]; then
  ok "2 lines published, 1 counted as malformed and reported"
else
  miss "2 published lines and 1 malformed one"
fi
got() { [[ $(received "$1") == *"$2"* ]]; }
get "$subscriber" "/api/received?subscription=$auth"
if within 10 got "$auth" "su root failed"; then ok "auth.* received the RFC 5424 line"; else miss "auth.* did not receive its line"; fi
if within 10 got "$kernel" "out of memory"; then ok "kern.* received the RFC 3164 line"; else miss "kern.* did not receive its line"; fi
