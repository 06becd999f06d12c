package main

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"lanyard/graph"
	"lanyard/internal/access"
	"lanyard/internal/apitokens"
	"lanyard/internal/problem"
)

// apiPath is where partner apps ask.
const apiPath = "/api"

// byToken lets partner apps in. One answer is for all tokens that let nobody in, and for none: only what is no
// token at all is known without the database. A cookie beside it is refused: who asks must not be a question.
func byToken(c config, p parts, api http.Handler) http.Handler {
	budgets := apitokens.NewBudgets()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie(cookieName(c.secure())); err == nil {
			refuse(w, http.StatusBadRequest, problem.New(problem.BadUserInput, "Send a token or the cookie of a sign-in, and not both."))
			return
		}
		viewer, err := apitokens.Load(r.Context(), p.db, bearer(r))
		if err != nil {
			p.log.ErrorContext(r.Context(), "a token cannot be looked up", "error", err)
			refuse(w, http.StatusServiceUnavailable, problem.New(problem.Internal, "Something went wrong on our side. Please try again."))
			return
		}
		if viewer == nil {
			w.Header().Set("WWW-Authenticate", `Bearer realm="lanyard"`)
			refuse(w, http.StatusUnauthorized, problem.New(problem.Unauthenticated, "This needs an API token that holds."))
			return
		}
		if p.uses != nil {
			p.uses.Add(viewer.Token.ID, address(r))
		}
		its := &purse{header: w.Header(), budgets: budgets, token: viewer.Token.ID}
		if err := its.request(); err != nil {
			refuse(w, http.StatusTooManyRequests, err)
			return
		}
		api.ServeHTTP(w, r.WithContext(graph.WithPurse(access.WithViewer(r.Context(), viewer), its)))
	})
}

// byTheToken are the options of what is asked for more than once in a request: the token is looked up each time.
func byTheToken(p parts, o graph.Options) graph.Options {
	o.Viewer = func(ctx context.Context, _ bool) (*access.Viewer, error) {
		return apitokens.Again(ctx, p.db, access.ViewerFrom(ctx))
	}
	return o
}

// noToken refuses a token where the cookie says who asks.
func noToken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if bearer(r) != "" {
			refuse(w, http.StatusBadRequest, problem.New(problem.BadUserInput, "Tokens are taken at %s alone.", apiPath))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// bearer is the token of a request (RFC 6750); empty: none.
func bearer(r *http.Request) string {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// purse spends from the budget of one token, and says in the headers what is left.
type purse struct {
	header  http.Header
	budgets *apitokens.Budgets
	token   uuid.UUID
	// cost is what the operation costs, and answers how many of its answers are begun.
	cost, answers int
}

func (p *purse) request() *problem.Error {
	left, ok := p.budgets.Request(p.token, time.Now())
	return p.tell(left, ok, "This token has made %d requests within a minute: that is all it may.", apitokens.RequestsAMinute)
}

// Spend implements graph.Purse.
func (p *purse) Spend(cost int) error {
	p.cost = cost
	left, ok := p.budgets.Spend(p.token, time.Now(), cost)
	if err := p.tell(left, ok, "What this token asks for within a minute may hold %d values. Ask for less, or later.", apitokens.CostAMinute); err != nil {
		return err
	}
	return nil
}

// Again implements graph.Purse.
func (p *purse) Again(ctx context.Context) {
	if p.answers++; p.answers == 1 {
		return // it is paid for
	}
	for ctx.Err() == nil {
		left, ok := p.budgets.Again(p.token, time.Now(), p.cost)
		if ok {
			return
		}
		select {
		case <-ctx.Done():
		case <-time.After(time.Duration(left.Seconds) * time.Second):
		}
	}
}

// Left implements graph.Purse.
func (p *purse) Left() any {
	left, _ := p.budgets.Spend(p.token, time.Now(), 0)
	return map[string]int{"requestsLeft": left.Requests, "costLeft": left.Cost, "resetSeconds": left.Seconds}
}

// tell writes the headers of draft-ietf-httpapi-ratelimit-headers.
func (p *purse) tell(left apitokens.Left, ok bool, sentence string, most int) *problem.Error {
	p.header.Set("RateLimit-Policy", fmt.Sprintf(`"requests";q=%d;w=60, "cost";q=%d;w=60`, apitokens.RequestsAMinute, apitokens.CostAMinute))
	p.header.Set("RateLimit", fmt.Sprintf(`"requests";r=%d;t=%d, "cost";r=%d;t=%[2]d`, left.Requests, left.Seconds, left.Cost))
	if ok {
		return nil
	}
	p.header.Set("Retry-After", strconv.Itoa(left.Seconds))
	return problem.New(problem.RateLimited, sentence, most).With("retryAfter", left.Seconds)
}
