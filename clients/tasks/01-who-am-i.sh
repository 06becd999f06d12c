# Who am I, and in which accounts?
# The token names no account, each request does: begin with the accounts that it reaches, and what it may do in each.
ask 01-who-am-i.graphql
