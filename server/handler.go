package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/rs/cors"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/graph"
	"lanyard/graph/present"
	"lanyard/graph/trusted"
	"lanyard/graph/wire"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/apitokens"
	"lanyard/internal/database"
	"lanyard/internal/live"
	"lanyard/internal/oauth"
	"lanyard/internal/problem"
	"lanyard/internal/secondfactor"
	"lanyard/internal/signin"
	"lanyard/internal/webhooks"
)

// deadline bounds a request: nothing piles up behind a slow database.
const deadline = 15 * time.Second

// parts are what the routes lead to.
type parts struct {
	db        *database.DB
	events    *activity.Log
	prover    signin.Prover
	app       *app
	documents trusted.Source
	live      *live.Hub
	webhooks  webhooks.Keeper
	// down is closed when the server goes down.
	down <-chan struct{}
	log  *slog.Logger
	// uses count what tokens ask; nil: nothing does.
	uses *apitokens.Uses
	// metrics count what is answered; nil: nothing does.
	metrics *metrics
}

// newHandler is the one table of routes and the one order of what stands before them.
func newHandler(c config, p parts) http.Handler {
	resolver := &graph.Resolver{DB: p.db, Log: p.events, Prover: p.prover, Live: p.live, Webhooks: p.webhooks}
	options := graph.Options{Logger: p.log, Viewer: viewerOf(p.db), Documents: p.documents, Streams: &wire.Streams{Lasts: lasts, Stop: p.down}}
	limit := limited(c.RateLimit)
	guarded := func(api http.Handler) http.Handler {
		return limit(noToken(allowOrigins(c, sameOrigin(c, carry(c, api)))))
	}
	mux := http.NewServeMux()
	mux.Handle("/", p.app)
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	mux.HandleFunc("/readyz", readyz(p.db))
	mux.Handle("/graphql", guarded(graph.Handler(resolver, options)))
	mux.Handle("/playground/{account}", noView(guarded(graph.Playground(resolver, options))))
	mux.Handle(apiPath, noView(limit(sameOrigin(c, byToken(c, p, graph.API(resolver, options))))))
	mux.Handle("GET "+apiPath+"/schema.graphql", noView(limit(sameOrigin(c, byToken(c, p, http.HandlerFunc(graph.SDL))))))
	mux.Handle("GET /playground/{account}/schema.graphql", noView(guarded(graph.PlaygroundSDL(resolver, options))))
	mux.Handle("/export/{account}/{file}", noView(guarded(graph.Downloads(resolver, options))))
	mux.Handle("GET "+graph.CalendarRoute, noView(limit(fetched(p, graph.NewCalendars(resolver, options)))))
	mux.Handle(apiPath+"/export/{account}/{file}", noView(limit(sameOrigin(c, byToken(c, p, graph.Downloads(resolver, byTheToken(p, options)))))))
	endpoints := noView(limit(allowOrigins(c, sameOrigin(c, oauthEndpoints(p)))))
	for _, path := range []string{oauth.TokenPath, oauth.RevokePath, oauth.IntrospectPath} {
		mux.Handle(path, endpoints)
	}
	mux.HandleFunc("GET /.well-known/oauth-authorization-server", oauthMetadata(c))
	for _, below := range []string{"/graphql/", "/playground/", "/playground", apiPath + "/", "/export/", "/calendar/"} { // never a page of the app
		mux.HandleFunc(below, func(w http.ResponseWriter, _ *http.Request) { statusOnly(w, http.StatusNotFound) })
	}
	return headers(c, fromProxies(c.Proxies, inside(mux, p.metrics, p.log)))
}

// allowOrigins lets pages of the named origins read answers, and of no other.
func allowOrigins(c config, next http.Handler) http.Handler {
	if len(c.Origins) == 0 {
		return next
	}
	return cors.New(cors.Options{
		AllowedOrigins: c.Origins, AllowedMethods: []string{http.MethodPost},
		AllowedHeaders: []string{"Content-Type", graph.Background}, ExposedHeaders: []string{"X-Request-Id", "Retry-After"}, AllowCredentials: true, MaxAge: 600,
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
	deny := func(w http.ResponseWriter, _ *http.Request) {
		refuse(w, http.StatusForbidden, problem.New(problem.Forbidden, "This request comes from a page of another site."))
	}
	protection.SetDenyHandler(http.HandlerFunc(deny))
	protected := protection.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet && !ownFetch(r) {
			deny(w, r)
			return
		}
		protected.ServeHTTP(w, r)
	})
}

// ownFetch tells whether a GET comes from a page of ours or from a program. Elsewhere a GET may
// come from an image, a link or the address bar, where its URL is kept; with the cookie it would
// read, and be noted in the log as read.
func ownFetch(r *http.Request) bool {
	site := r.Header.Get("Sec-Fetch-Site")
	return site == "" || site == "same-origin"
}

// carry hands the cookie's token to the API, and the API's to the cookie.
func carry(c config, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := secondfactor.WithOrigin(graph.WithCookies(r.Context(), browser{w, c.secure()}), origin(c, r))
		if cookie, err := r.Cookie(cookieName(c.secure())); err == nil {
			ctx = context.WithValue(ctx, tokenKey{}, cookie.Value)
		}
		if as, asked := viewAs(r); asked {
			ctx = context.WithValue(ctx, lookKey{}, as)
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// origin is where the browser reached the server: what a passkey signs says it too.
func origin(c config, r *http.Request) string {
	if c.secure() {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

type tokenKey struct{}

// viewerOf loads whoever has the request's token; without one nobody is signed in.
func viewerOf(db *database.DB) func(context.Context, bool) (*access.Viewer, error) {
	return func(ctx context.Context, byPerson bool) (*access.Viewer, error) {
		token, ok := ctx.Value(tokenKey{}).(string)
		if !ok {
			return nil, nil // nobody: that is an answer
		}
		if look, asked := ctx.Value(lookKey{}).(access.Look); asked {
			return signin.LoadAs(ctx, db, token, byPerson, look)
		}
		if !byPerson {
			return signin.Look(ctx, db, token)
		}
		return signin.Load(ctx, db, token)
	}
}

// refuse answers in the form of the API before the API is reached.
func refuse(w http.ResponseWriter, status int, p *problem.Error) {
	refuseWith(w, status, present.Problem(p))
}

func refuseWith(w http.ResponseWriter, status int, shown *gqlerror.Error) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{shown}})
}

// readyFor is how long an answer of readyz is given again: anybody may ask, and the database is asked for it.
const readyFor = time.Second

func readyz(db *database.DB) http.HandlerFunc {
	var mu sync.Mutex
	var asked time.Time
	var ready bool
	return func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		if time.Since(asked) >= readyFor {
			ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), 3*time.Second)
			defer cancel()
			ready, asked = db.Ready(ctx) == nil, time.Now()
		}
		if !ready {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		w.WriteHeader(http.StatusOK)
	}
}
