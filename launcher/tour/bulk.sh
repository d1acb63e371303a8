# The tour's stop at docs/patterns/work-queues.md: many tasks in one request.
# shellcheck shell=bash disable=SC2154,SC2034

title "Many tasks at once" "One request, pipelined confirms, an outcome per task in the order of the lines."

lines=$(for i in 1 2 3 4 5; do printf '{"text":"Bulk %s %s"}\n' "$i" "$tag"; done)
post_lines /api/tasks/bulk application/x-ndjson "$lines"
expect_status 202
confirmed=$(grep -o '"outcome":"confirmed"' <<<"$http_body" | wc -l | tr -d ' ') || true
if ((confirmed == 5)); then ok "the broker has confirmed all 5"; else miss "5 confirmed outcomes, not $confirmed"; fi

all_done() {
  http GET "$producer" "/api/tasks?state=succeeded&limit=1000"
  (($(grep -o "\"Bulk [1-5] $tag\"" <<<"$http_body" | sort -u | wc -l) == 5))
}
if within 30 all_done; then ok "the workers have done all 5"; else miss "some of the 5 were not done"; fi
