# Find a client
# By parts of the name in any order, the number, a phone number or an e-mail address.
ask 03-find-a-client.graphql "{\"account\": \"$ACCOUNT\", \"search\": \"moss\"}"
