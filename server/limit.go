package main

import (
	"net/http"
	"strconv"
	"time"

	"github.com/go-chi/httprate"

	"lanyard/internal/problem"
)

// limited lets through so many requests a minute from one address, and of IPv6 from one network. Many
// people may stand behind one address; guesses at a username are counted by themselves.
func limited(aMinute int) func(http.Handler) http.Handler {
	if aMinute == 0 {
		return func(next http.Handler) http.Handler { return next }
	}
	by := func(r *http.Request) (string, error) { return httprate.CanonicalizeIP(address(r)), nil }
	return httprate.LimitBy(aMinute, time.Minute, by,
		httprate.WithResponseHeaders(httprate.ResponseHeaders{RetryAfter: "Retry-After"}),
		httprate.WithLimitHandler(tooMany))
}

func tooMany(w http.ResponseWriter, _ *http.Request) {
	seconds, err := strconv.Atoi(w.Header().Get("Retry-After"))
	if err != nil {
		seconds = 60
	}
	refuse(w, http.StatusTooManyRequests, problem.New(problem.RateLimited, "Too many requests come from your network. Wait a moment and try again.").With("retryAfter", seconds))
}
