# Page through the clients
# Ask for a page, then for what comes after its end, until there is no next one. Pages have 200 at most.
first=$(ask 02-page-through-clients.graphql "{\"account\": \"$ACCOUNT\"}")
after=$(printf '%s' "$first" | sed 's/.*"endCursor":"\([^"]*\)".*/\1/')
printf '%s\n' "$first"
ask 02-page-through-clients.graphql "{\"account\": \"$ACCOUNT\", \"after\": \"$after\"}"
