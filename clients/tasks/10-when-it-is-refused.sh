# When it is refused
# `extensions.code` says what to do. `CONFLICT`: somebody else was faster, read again and decide again. `RATE_LIMITED`: wait for `retryAfter` seconds. `FORBIDDEN`: `section`, `held` and `needed` say what the token lacks; asking again is no use. The appointment here has been changed since version 1.
ask 10-when-it-is-refused.graphql "{\"account\": \"$ACCOUNT\", \"id\": \"$APPOINTMENT\", \"version\": 1,
  \"input\": {\"client\": \"$CLIENT\", \"start\": \"2031-05-05T16:00:00Z\", \"minutes\": 50}}"
