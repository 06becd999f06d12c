# Take the whole client list out
# A file that streams, beside GraphQL: of however many clients. A connection that breaks off is no end.
curl --silent --show-error --fail-with-body --request POST "$LANYARD/api/export/$ACCOUNT/clients.csv" \
  --header "Authorization: Bearer $TOKEN"
