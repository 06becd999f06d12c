package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
)

// breakLog makes the database refuse every new event.
func breakLog(g *garden) {
	g.t.Helper()
	g.exec(`CREATE FUNCTION break_log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk of the log is full'; END $$`)
	g.exec(`CREATE TRIGGER break_log BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION break_log()`)
}

func mendLog(g *garden) {
	g.t.Helper()
	g.exec(`DROP TRIGGER break_log ON events`)
	g.exec(`DROP FUNCTION break_log`)
}

// Every mutation: when its event cannot be stored, its change is not there either, and the
// answer says nothing but a request id.
func TestNoChangeWithoutItsEvent(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	full := access.OwnerLevels()
	for _, f := range fieldsOf(s.schema.Mutation) {
		if slices.Contains([]string{"beHere", "askPasskey", "offerPasskey"}, f.Name) {
			continue // it reads and changes nothing that the log is about
		}
		v, _ := s.viewer(full, full)
		v.SignIn = s.rows["SignIn"]
		s.prepare(f, v)
		if f.Name == "endSignIn" {
			s.call.said["id"] = text(s.idOf("SignIn"))
		}
		query, variables := s.call.operation(s.schema.Mutation, f, s.selection(grow(s.schema, s.schema.Types[f.Type.Name()])))
		before := s.g.kept()
		breakLog(s.g)
		r := s.ask(v, query, variables)
		mendLog(s.g)
		s.checkInternal(f.Name, r)
		if s.g.kept() != before {
			t.Errorf("%s: no event, and something is changed", f.Name)
		}
		// The same again with the log in order: it was the log that it failed for.
		if slices.Contains(once, f.Name) {
			_, variables = s.call.operation(s.schema.Mutation, f, s.selection(grow(s.schema, s.schema.Types[f.Type.Name()])))
		}
		// Joining is done, but gives no psychotherapy notes.
		joins := f.Name == "joinAccount" || f.Name == "acceptOffer"
		if r := s.ask(v, query, variables); r.failed() && (!joins || r.Data[f.Name] == nil) {
			t.Errorf("%s: %s", f.Name, r.raw)
		}
		s.leaves(v)
	}
}

func (s *stage) checkInternal(name string, r reply) {
	s.t.Helper()
	if r.code() != "INTERNAL" || r.Errors[0].Extensions["requestId"] == "" || strings.Contains(r.raw, "disk") {
		s.t.Errorf("%s: %s", name, r.raw)
	}
	for field, value := range r.Data {
		if value != nil {
			s.t.Errorf("%s: %s is answered without its event: %v", name, field, value)
		}
	}
}

// Every read that is recorded, and every refusal: when its event cannot be stored there is no
// answer.
func TestNoAnswerWithoutItsEvent(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	full := access.OwnerLevels()
	v, _ := s.viewer(full, full)
	poor, _ := s.viewer(access.Levels{}, access.Levels{})
	s.call.said["files"] = func() any { return []string{"DIAGNOSIS_CODES"} }
	probes := s.probes()
	breakLog(s.g)
	for _, p := range probes {
		needs := p.needs
		if p.root.field.Name == "account" || strings.HasPrefix(p.name, "viewer") {
			needs = []need{{rule: "CLIENTS", level: access.View}} // the lists below them
		}
		if !needs[0].guarded() {
			continue
		}
		s.checkInternal(p.name, s.ask(v, p.query, p.variables))
		s.checkInternal(p.name+", refused", s.ask(poor, p.query, p.variables))
	}
	account := s.schema.Types["Account"]
	for _, f := range fieldsOf(account) {
		if len(s.book["Account."+f.Name]) > 0 && listedBy(s.schema, f) != nil && tables[listedBy(s.schema, f).Name] != "" {
			s.checkInternal("Account."+f.Name, s.list(v, f))
		}
	}
}

// list asks for the ids of one list of the account a.
func (s *stage) list(v *access.Viewer, f *ast.FieldDefinition) reply {
	s.t.Helper()
	u := &universe{api: s.api}
	return s.ask(v, `query($a: ID!) { account(id: $a) {`+u.listing(f)+` } }`, map[string]any{"a": globalid.OfAccount(s.a.ID).String()})
}

// The connections of the server are cut at any moment of a write: the change and its event are
// both there, or neither; what was answered is there; and the server goes on.
func TestCutWhileWriting(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	var cutting sync.WaitGroup
	ctx, stop := context.WithCancel(t.Context())
	cutting.Go(func() { cutConnections(ctx, t, s.w.OwnerURL) })
	answered := map[string]bool{}
	var mu sync.Mutex
	var writers []func()
	for w := range 4 {
		writers = append(writers, func() {
			for n := range 40 {
				name := fmt.Sprintf("zq-%d-%d", w, n)
				r, err := s.send(s.a.Owner, `mutation($a: ID!, $n: String!) { addClient(account: $a, input: {firstName: "Cut", lastName: $n}) { client { id } } }`,
					map[string]any{"a": globalid.OfAccount(s.a.ID).String(), "n": name})
				if err != nil || len(r.Errors) > 0 && r.code() != "INTERNAL" {
					t.Error(err, r.raw)
				}
				mu.Lock()
				answered[name] = len(r.Errors) == 0
				mu.Unlock()
			}
		})
	}
	together(writers...)
	stop()
	cutting.Wait()
	s.checkBothOrNeither(answered)
	if r := s.list(s.a.Owner, s.schema.Types["Account"].Fields.ForName("clients")); len(r.Errors) > 0 {
		t.Errorf("the server does not go on: %s", r.raw)
	}
}

// cutConnections cuts what the server has open, again and again, at moments that have nothing
// to do with its own.
func cutConnections(ctx context.Context, t *testing.T, url string) {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		t.Error(err)
		return
	}
	defer func() { _ = conn.Close(context.Background()) }()
	for n := 0; ctx.Err() == nil; n++ {
		_, _ = conn.Exec(ctx, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'lanyard_app' AND state <> 'idle' LIMIT 1`)
		time.Sleep(time.Duration(n%7) * time.Millisecond)
	}
}

func (s *stage) checkBothOrNeither(answered map[string]bool) {
	s.t.Helper()
	cut, done := 0, 0
	for name, ok := range answered {
		rows := one[int](s.g, `SELECT count(*) FROM clients WHERE account_id = $1 AND last_name = $2`, s.a.ID, name)
		events := one[int](s.g, `SELECT count(*) FROM events e JOIN clients c ON c.id = ANY (e.client_ids) WHERE e.account_id = $1 AND e.code = 'client.created' AND c.last_name = $2`, s.a.ID, name)
		if rows != events || rows > 1 {
			s.t.Errorf("%s: %d rows, %d events", name, rows, events)
		}
		if ok && rows == 0 {
			s.t.Errorf("%s was acknowledged and is lost", name)
		}
		if ok {
			done++
		} else {
			cut++
		}
	}
	orphans := one[int](s.g, `SELECT count(*) FROM events e WHERE e.account_id = $1 AND e.code = 'client.created' AND NOT EXISTS (SELECT FROM clients c WHERE c.id = ANY (e.client_ids))`, s.a.ID)
	if orphans > 0 {
		s.t.Errorf("%d events of clients that are not there", orphans)
	}
	if cut == 0 || done == 0 {
		s.t.Errorf("%d writes were cut and %d were not: this tests nothing", cut, done)
	}
}
