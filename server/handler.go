package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"time"

	"github.com/rs/cors"

	"lanyard/graph"
	"lanyard/graph/present"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

// deadline bounds a request: nothing piles up behind a slow database.
const deadline = 15 * time.Second

// newHandler is the one table of routes and the one order of what stands before them.
func newHandler(c config, db *database.DB, events *activity.Log, log *slog.Logger) http.Handler {
	api := graph.Handler(
		&graph.Resolver{DB: db, Log: events, Prover: signin.Prover{DB: db, Log: events}},
		graph.Options{Logger: log, Introspect: mayIntrospect},
	)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", index)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	mux.HandleFunc("GET /readyz", readyz(db))
	mux.Handle("/graphql", allowOrigins(c, sameOrigin(c, identify(c, db, log, api))))
	return inside(headers(c, mux), log)
}

// allowOrigins lets pages of the named origins read answers, and of no other.
func allowOrigins(c config, next http.Handler) http.Handler {
	if len(c.Origins) == 0 {
		return next
	}
	return cors.New(cors.Options{
		AllowedOrigins: c.Origins, AllowedMethods: []string{http.MethodPost},
		AllowedHeaders: []string{"Content-Type"}, ExposedHeaders: []string{"X-Request-Id"}, AllowCredentials: true, MaxAge: 600,
	}).Handler(next)
}

// sameOrigin refuses requests that a page of another origin makes the browser send: they
// would carry the cookie.
func sameOrigin(c config, next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	for _, origin := range c.Origins {
		if err := protection.AddTrustedOrigin(origin); err != nil {
			panic(err) // loadConfig has checked it
		}
	}
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		refuse(w, r, http.StatusForbidden, problem.New(problem.Forbidden, "This request comes from a page of another site."))
	}))
	return protection.Handler(next)
}

// identify finds out who asks, anew for each request. Where that cannot be found out there is
// no answer.
func identify(c config, db *database.DB, log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := graph.WithCookies(r.Context(), browser{w, c.TLSProxy})
		viewer, err := viewerOf(ctx, c, db, r)
		if err != nil {
			request, _ := activity.RequestFrom(ctx)
			log.ErrorContext(ctx, "viewer not loaded", "requestId", request.ID, "error", err)
			refuse(w, r, http.StatusServiceUnavailable, problem.New(problem.Internal, "Something went wrong on our side. Please try again in a moment.").With("requestId", request.ID))
			return
		}
		next.ServeHTTP(w, r.WithContext(access.WithViewer(ctx, viewer)))
	})
}

func viewerOf(ctx context.Context, c config, db *database.DB, r *http.Request) (*access.Viewer, error) {
	cookie, err := r.Cookie(cookieName(c.TLSProxy))
	if err != nil {
		return nil, nil //nolint:nilerr,nilnil // no cookie: nobody is signed in
	}
	return signin.Load(ctx, db, cookie.Value)
}

// mayIntrospect lets those read the schema who run an account.
func mayIntrospect(ctx context.Context) bool {
	v, now := access.ViewerFrom(ctx), time.Now().UnixMicro()
	if v == nil {
		return false
	}
	for _, l := range v.Links {
		if access.Decide(v, l.Account, access.AccountAccess, access.Full, now) {
			return true
		}
	}
	return false
}

// refuse answers in the form of the API before the API is reached.
func refuse(w http.ResponseWriter, _ *http.Request, status int, p *problem.Error) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{present.Problem(p)}})
}

func readyz(db *database.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 3*time.Second)
		defer cancel()
		if db.Ready(ctx) != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		w.WriteHeader(http.StatusOK)
	}
}

func index(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("Lanyard is running. The API answers POST /graphql; the README shows the first queries.\n"))
}
