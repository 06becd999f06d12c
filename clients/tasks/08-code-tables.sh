# Read the code tables
# Each master file has a field of its own, such as `billingCodes` and `payers`.
ask 08-code-tables.graphql "{\"account\": \"$ACCOUNT\"}"
