# The tour's stop at docs/patterns/dead-letters.md.
# shellcheck shell=bash disable=SC2154,SC2034

title "Dead letters" "What cannot be done is kept in task_queue.dlq, to be looked at, tried again or discarded."

guest='Authorization: Basic Z3Vlc3Q6Z3Vlc3Q='
letter="broken-${tag#\#}"
IFS='|' read -r _ _ management _ < <(mode_broker_row)

# The API takes nothing but text, so the management API has to send what is none.
send_broken_task() { # MESSAGE_ID
  local path=/api/exchanges/%2F/amq.default/publish message
  message="{\"routing_key\":\"task_queue\",\"payload_encoding\":\"base64\",\"payload\":\"wyg=\",\"properties\":{\"message_id\":\"$1\"}}"
  printf "\n\$ curl -u guest:guest --json '%s' http://localhost:%s%s\n" "$message" "$management" "$path"
  http POST "$management" "$path" application/json "$message" "$guest"
  show_answer
}

is_dead() { # MESSAGE_ID REPLAYS
  http GET "$producer" "/api/dead-letters/$1?queue=task_queue.dlq"
  [[ $http_status == 200 && $(json_value replays "$http_body") == "$2" ]]
}

expect_dead() { # MESSAGE_ID REPLAYS WHAT
  if within 20 is_dead "$1" "$2"; then
    ok "$3: $(json_value reason "$http_body")"
  else
    miss "$1 is not in task_queue.dlq, $3: $http_status $http_body"
  fi
}

send_broken_task "$letter"
if [[ $http_status == 401 || -z $management ]]; then
  echo "   skipped: there is no guest here who could send a task that is no text"
else
  expect_status 200
  expect_dead "$letter" 0 "given up"
  get "$producer" '/api/dead-letters?queue=task_queue.dlq&limit=3'
  expect_status 200
  post_json "/api/dead-letters/$letter/replay" ''
  expect_status 200
  expect_dead "$letter" 1 "tried again, and given up again"
  delete "$producer" "/api/dead-letters/$letter?confirm=true"
  expect_status 200
  ok "$letter is discarded"
fi
