# Read the ledger of a client
# Amounts are whole cents.
ask 06-ledger-of-a-client.graphql "{\"account\": \"$ACCOUNT\", \"client\": \"$CLIENT\"}"
