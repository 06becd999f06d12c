# Read the invoices and claims
# The newest first. A part that the token may not see is null, with an error that says why; the rest is there.
ask 07-invoices.graphql "{\"account\": \"$ACCOUNT\"}"
