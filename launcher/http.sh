# Sourced: an HTTP client of bash alone, since a machine with a JDK need not have curl.
# shellcheck shell=bash disable=SC2034

# Sets http_status (000 when nothing answered), http_head and http_body. HTTP/1.0, so that a body is never chunked and
# ends with the connection.
http() { # METHOD PORT PATH [CONTENT_TYPE BODY] [HEADER]
  local method=$1 port=$2 path=$3 type=${4:-} body=${5:-} header=${6:-} line answer
  http_status=000 http_head='' http_body=''
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 0
  (
    trap '' PIPE # the other end may hang up
    printf '%s %s HTTP/1.0\r\nHost: localhost:%s\r\nAccept: */*\r\n' "$method" "$path" "$port"
    if [[ -n ${WARREN_API_KEY:-} ]]; then printf 'X-API-Key: %s\r\n' "$WARREN_API_KEY"; fi
    if [[ -n $header ]]; then printf '%s\r\n' "$header"; fi
    if [[ -n $type ]]; then printf 'Content-Type: %s\r\nContent-Length: %s\r\n' "$type" "$(bytes_in "$body")"; fi
    printf '\r\n%s' "$body"
  ) >&3 2>/dev/null || true
  if IFS= read -r -t "$http_timeout" line <&3 2>/dev/null; then
    http_status=${line#* } http_status=${http_status%% *}
    while IFS= read -r -t "$http_timeout" line <&3 2>/dev/null && [[ $line != $'\r' ]]; do http_head+=$line$'\n'; done
    IFS= read -r -d '' -t "$http_timeout" answer <&3 2>/dev/null || true
    http_body=$answer
  fi
  exec 3>&- || true
}
http_timeout=10

bytes_in() {
  local LC_ALL=C
  echo "${#1}"
}

# The value of a string or number in a flat place of a JSON text; empty when it is not there.
json_value() { # NAME JSON
  local pattern="\"$1\"[[:space:]]*:[[:space:]]*(\"([^\"]*)\"|[-0-9.]+|true|false)"
  if [[ $2 =~ $pattern ]]; then
    if [[ ${BASH_REMATCH[1]} == \"* ]]; then echo "${BASH_REMATCH[2]}"; else echo "${BASH_REMATCH[1]}"; fi
  fi
}

json_string() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}
