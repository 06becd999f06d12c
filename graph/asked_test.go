package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/feed"
	"lanyard/internal/globalid"
)

// witness is directives that let everything through and remember what the generated code asked.
type witness struct {
	mu    sync.Mutex
	asked map[string]map[string]bool
	// homeless are fields that were asked for on an object without an account.
	homeless map[string]bool
}

func newWitness() *witness {
	return &witness{asked: map[string]map[string]bool{}, homeless: map[string]bool{}}
}

func (w *witness) note(ctx context.Context, obj any, words, account string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	name := field(ctx)
	root := strings.HasPrefix(name, "Query.") || strings.HasPrefix(name, "Mutation.") || strings.HasPrefix(name, "Subscription.")
	if account != "account" && account != "" {
		words += " in " + account
	}
	if w.asked[name] == nil {
		w.asked[name] = map[string]bool{}
	}
	w.asked[name][words] = true
	if _, ok := obj.(owned); !ok && !root && account != "" {
		w.homeless[name] = true
	}
}

func (w *witness) directives() gen.DirectiveRoot {
	plain := func(words string) func(context.Context, any, graphql.Resolver) (any, error) {
		return func(ctx context.Context, obj any, next graphql.Resolver) (any, error) {
			w.note(ctx, obj, words, "")
			return next(ctx)
		}
	}
	return gen.DirectiveRoot{
		Public: plain("public"), SignedIn: plain("signedIn"), Fresh: directives().Public,
		Member: func(ctx context.Context, obj any, next graphql.Resolver, account string) (any, error) {
			w.note(ctx, obj, "member", account)
			return next(ctx)
		},
		Access: func(ctx context.Context, obj any, next graphql.Resolver, s access.Section, l access.Level, account string) (any, error) {
			w.note(ctx, obj, s.String()+" "+l.String(), account)
			return next(ctx)
		},
	}
}

// The golden file says what the schema says. Here the generated code itself is asked for every
// field of every type: each must call its directives, with what the file says, on an object
// that knows its account.
func TestEveryFieldAsksItsRule(t *testing.T) {
	t.Parallel()
	w := newWitness()
	s := newStage(t, w.directives())
	s.askForEverything()
	for name, needs := range s.book {
		var want []string
		for _, n := range needs {
			words := n.rule
			if n.guarded() {
				words += " " + n.level.String()
			}
			if n.account != "account" {
				words += " in " + n.account
			}
			want = append(want, words)
		}
		got := slices.Sorted(maps.Keys(w.asked[name]))
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s asked %q, want %q", name, got, want)
		}
	}
	for name := range w.homeless {
		t.Errorf("%s stands on an object without OwningAccount", name)
	}
}

// askForEverything sends every query, mutation and subscription, each with all there is to
// select.
func (s *stage) askForEverything() {
	s.t.Helper()
	full := access.OwnerLevels()
	master, _ := s.viewer(full, full)
	s.call.said["files"] = func() any { return []string{"DIAGNOSIS_CODES", "BILLING_CODES", "PAYERS"} }
	s.differ()
	whole := s.call.said["csv"]
	s.call.said["csv"] = func() any { return "Code\nnone\n" } // with faults to tell
	for _, p := range s.probes() {
		if r := s.ask(master, p.query, p.variables); r.failed() {
			s.t.Errorf("%s: %.500s", p.name, r.raw)
		}
	}
	s.call.said["csv"] = whole
	for _, f := range fieldsOf(s.schema.Mutation) {
		v, _ := s.viewer(full, full)
		v.SignIn = s.rows["SignIn"]
		s.prepare(f, v)
		if f.Name == "endSignIn" {
			s.call.said["id"] = text(globalid.New("SignIn", uuid.Nil, s.rows["SignIn"]))
		}
		if f.Name == "beHere" {
			s.call.said["id"] = text(s.attended())
			s.call.said["leaving"] = func() any { return false }
		}
		query, variables := s.call.operation(s.schema.Mutation, f, s.selection(grow(s.schema, s.schema.Types[f.Type.Name()])))
		if r := s.ask(v, query, variables); r.failed() {
			s.t.Errorf("%s: %.500s", f.Name, r.raw)
		}
		s.leaves(v)
	}
	s.askAsDue()
	for _, f := range fieldsOf(s.schema.Subscription) {
		v, _ := s.viewer(full, full)
		v.SignIn = s.rows["SignIn"]
		s.g.exec(`UPDATE sign_ins SET seen_at = now(), expires_at = now() + interval '1 hour' WHERE id = $1`, v.SignIn)
		query := "subscription { " + f.Name + s.followed(f) + " {" + s.selection(grow(s.schema, s.schema.Types[f.Type.Name()])) + " } }"
		r := s.follow(v, query, func() {
			_ = s.w.Log.Store(s.w.As(v), activity.Event{Account: s.a.ID, Code: "client.listed", Action: activity.Read})
		})
		if r.failed() || r.Data[f.Name] == nil {
			s.t.Errorf("%s: %.500s", f.Name, r.raw)
		}
	}
	seen, _ := s.viewer(full, full)
	if r := s.ask(s.lookAs(master, seen), `{ viewer { look { link username } } }`, nil); r.failed() || !strings.Contains(r.raw, seen.Name) {
		s.t.Error(r.raw)
	}
}

// followed are the arguments of a subscription.
func (s *stage) followed(f *ast.FieldDefinition) string {
	if len(f.Arguments) == 0 {
		return ""
	}
	return fmt.Sprintf("(account: %q, after: %q)", globalid.OfAccount(s.a.ID), feed.Cursor{Account: s.a.ID})
}

// attended is a client whom somebody else has open.
func (s *stage) attended() globalid.ID {
	client := s.plant("Client", s.a.ID)
	s.g.exec(`INSERT INTO presences VALUES ($1, $2, $3, $4, true, now(), now())`, s.g.username(s.a.ID), uuid.New(), s.a.ID, client)
	return globalid.New("Client", s.a.ID, client)
}

// differ plants an entry that both accounts have, and that differs: without one a preview
// shows no difference.
func (s *stage) differ() {
	for _, account := range []*dbtest.Account{s.a, s.b} {
		s.g.row("diagnosis_codes", values{"account_id": account.ID, "natural_key": "ICD-10-CM F411", "code": "F41.1", "code_set": "ICD-10-CM"})
	}
}
