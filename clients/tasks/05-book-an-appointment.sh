# Book an appointment
# Others at the same time are no hindrance; they come back as `overlapping`.
ask 05-book-an-appointment.graphql \
  "{\"account\": \"$ACCOUNT\", \"input\": {\"client\": \"$CLIENT\", \"start\": \"2031-05-06T14:00:00Z\", \"minutes\": 50}}"
