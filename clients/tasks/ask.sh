# ask FILE [VARIABLES]: sends the operation of a file.
ask() {
  curl --silent --show-error "$LANYARD/api" \
    --header "Authorization: Bearer $TOKEN" \
    --header "Content-Type: application/json" \
    --data-binary "{\"query\": \"$(tr '\n' ' ' <"$1")\", \"variables\": ${2:-null}}"
}
