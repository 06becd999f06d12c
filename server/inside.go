package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/google/uuid"

	"lanyard/graph"
	"lanyard/graph/present"
	"lanyard/internal/activity"
)

// inside gives each request its id, its deadline, an answer whatever breaks, and a line in the log that holds
// nothing personal: no query, no cookie, no username.
func inside(next http.Handler, m *metrics, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		ctx, end := withDeadline(r.Context())
		defer end()
		request := activity.Request{ID: uuid.NewString(), IP: address(r), UserAgent: userAgent(r), Background: r.Header.Get(graph.Background) != ""}
		w.Header().Set("X-Request-Id", request.ID)
		seen := &statusSeen{ResponseWriter: w, status: http.StatusOK}
		ctx, answered := span(ctx, request.ID)
		r = r.WithContext(activity.WithRequest(ctx, request))
		defer func() { // also of an answer that is broken off
			answered(r, seen.status)
			m.answered(r.Pattern, seen.status, time.Since(began))
			log.Debug("request", "requestId", request.ID, "method", r.Method, "path", shownPath(r),
				"status", seen.status, "milliseconds", time.Since(began).Milliseconds())
		}()
		defer seen.recover(r.Context(), request.ID, log)
		next.ServeHTTP(seen, r)
	})
}

// recover answers a panic, in the form of the API. An answer that has begun has no other end than to break off.
func (s *statusSeen) recover(ctx context.Context, id string, log *slog.Logger) {
	value := recover()
	if value == nil {
		return
	}
	if err, ok := value.(error); ok && errors.Is(err, http.ErrAbortHandler) {
		panic(value)
	}
	presenter := present.Presenter{RequestID: func(context.Context) string { return id }, Log: log}
	shown := presenter.Error(ctx, presenter.Recover(ctx, value))
	if s.begun {
		panic(http.ErrAbortHandler)
	}
	for _, ofTheOther := range []string{"Content-Length", "Content-Encoding", "Content-Disposition", "ETag", "Trailer"} {
		s.Header().Del(ofTheOther)
	}
	s.Header().Set("Cache-Control", "no-store")
	refuseWith(s, http.StatusInternalServerError, shown)
}

// shownPath is the path of a request, without the secret that the address of a calendar holds.
func shownPath(r *http.Request) string {
	if strings.HasPrefix(path.Clean(r.URL.Path), "/calendar/") {
		return graph.CalendarRoute
	}
	return r.URL.Path
}

type timerKey struct{}

// withDeadline is a context that ends after the deadline, unless it lasts.
func withDeadline(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	timer := time.AfterFunc(deadline, func() { cancel(context.DeadlineExceeded) })
	return context.WithValue(ctx, timerKey{}, timer), func() {
		timer.Stop()
		cancel(nil)
	}
}

// lasts takes the deadline of a request away: it has become a stream.
func lasts(ctx context.Context) {
	if timer, ok := ctx.Value(timerKey{}).(*time.Timer); ok {
		timer.Stop()
	}
}

// statusSeen remembers the status of an answer, and whether any of it has left.
type statusSeen struct {
	http.ResponseWriter
	status int
	begun  bool
}

// WriteHeader implements http.ResponseWriter.
func (s *statusSeen) WriteHeader(status int) {
	s.status, s.begun = status, true
	s.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (s *statusSeen) Write(b []byte) (int, error) {
	s.begun = true
	return s.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (s *statusSeen) Unwrap() http.ResponseWriter { return s.ResponseWriter }

// address is the network address that the request came from; fromProxies puts that there which a
// named proxy tells.
func address(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return ""
	}
	return host
}

// userAgent is the browser as it names itself, cut to what a log can show.
func userAgent(r *http.Request) string {
	const longest = 200
	plain := strings.Map(func(c rune) rune {
		if c < ' ' || c > '~' {
			return -1
		}
		return c
	}, r.UserAgent())
	return plain[:min(len(plain), longest)]
}

// unused are the powers of a browser that no page of ours asks for.
const unused = "accelerometer=(), autoplay=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), " +
	"hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()"

// headers tells browsers to be careful with whatever is answered.
func headers(c config, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
		h.Set("Permissions-Policy", unused)
		h.Set("Cache-Control", "no-store") // the files of the app say otherwise
		if c.secure() {
			h.Set("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
		}
		if len(r.TransferEncoding) > 0 {
			// Beside a length, which net/http has forgotten by now, the sender and a proxy might end the body at another
			// place: nothing more is read of this connection (RFC 9112, 6.1).
			h.Set("Connection", "close")
		}
		next.ServeHTTP(w, r)
	})
}
