# The tour's stop at docs/patterns/work-queues.md.
# shellcheck shell=bash disable=SC2154,SC2034

title "Work Queues" "Tasks are shared among the workers; each dot is a second of work, acknowledged when it is done."

finished() { # ID
  http GET "$producer" "/api/tasks/$1"
  [[ $(json_value state "$http_body") == succeeded || $(json_value state "$http_body") == failed ]]
}

expect_done() { # ID
  if within 60 finished "$1" && [[ $(json_value state "$http_body") == succeeded ]]; then
    ok "$(json_value worker "$http_body") did \"$(json_value text "$http_body")\""
  else
    miss "task $1 did not succeed: $http_body"
  fi
}

ids=()
for text in "First $tag." "Second $tag.." "Third $tag."; do
  post_text /api/tasks "$text"
  expect_status 202
  ids+=("$(json_value id "$http_body")")
done
get "$producer" "/api/tasks/${ids[0]}"
for id in "${ids[@]}"; do expect_done "$id"; done
get "$producer" "/api/tasks/${ids[0]}"
