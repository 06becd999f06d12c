# The appointments of a day
# Times are in UTC. A day begins at the account's midnight: its time zone is `timeZone` of the account.
ask 04-appointments-of-a-day.graphql \
  "{\"account\": \"$ACCOUNT\", \"from\": \"2031-05-05T04:00:00Z\", \"until\": \"2031-05-06T04:00:00Z\"}"
