package accountaccess_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

// Offboarding ends what is the viewer's to end, at once, and tells whoever runs the rest.
func TestOffboard(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	cleo := p.Account("cleo")
	master := p.Join(p.master, cleo, access.Everything())
	chief := p.Join(p.Username(p.anna, "chief", access.Everything()), p.ben, access.Everything())
	g := p.signIn(master)
	app, _ := p.Enrol(p.master)
	half := dbtest.Must[*signin.Started](t)(p.Prover.In(p.As(nil), "master", strings.ToUpper(dbtest.Password))).Half
	for _, c := range []struct {
		by   *access.Viewer
		in   *dbtest.Account
		of   *access.Viewer
		want problem.Code
	}{
		{p.ben.Owner, p.ben, master, problem.Forbidden},
		{chief, p.anna, p.anna.Owner, problem.Forbidden},
		{chief, p.anna, chief, problem.Forbidden},
		{p.Username(p.anna, "viewer", access.Levels{access.AccountAccess: access.View}), p.anna, master, problem.Forbidden},
	} {
		_, err := accountaccess.Offboard(p.As(c.by), p.Log, c.in.ID, linkOf(c.of, c.in))
		refused(t, c.by.Name+" of "+c.of.Name, err, c.want)
	}
	if p.now(g) == nil {
		t.Fatal("what was refused has ended a sign-in")
	}
	done := dbtest.Must[*accountaccess.Offboarded](t)(accountaccess.Offboard(p.As(chief), p.Log, p.anna.ID, linkOf(master, p.anna)))
	if done.SignIns != 1 || done.Told != 1 || len(done.Ended) != 2 || done.Username != "master" || done.By != "chief" {
		t.Errorf("%+v", done)
	}
	if p.now(g) != nil {
		t.Error("its sign-in lives")
	}
	if _, err := p.Prover.Finish(p.As(nil), half.Token, app.Code()); problem.As(err) == nil || problem.As(err).Code != problem.Unauthenticated {
		t.Errorf("half a sign-in is finished: %v", err)
	}
	v := p.Reload(master.Username)
	if v.Link(p.anna.ID) != nil || v.Link(p.ben.ID) != nil || v.Link(cleo.ID) == nil {
		t.Errorf("%+v", v.Links)
	}
	if got := p.told(cleo); got[0] != "master has left the practice that the username is at home in. Look whether access is still needed here, and end it if not." {
		t.Errorf("%q", got)
	}
	for a, want := range map[*dbtest.Account][]string{p.anna: {"username.offboarded", "link.unlinked"}, p.ben: {"link.unlinked"}} {
		got := codesOf(p, a)
		for _, code := range want {
			if !slices.Contains(got, code) {
				t.Errorf("%v lacks %s", got, code)
			}
		}
	}
}

// Of two who end the same work at once, in accounts that both run, one does, and neither waits for ever.
func TestOffboardedTwiceAtOnce(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	chief := p.Join(p.Username(p.anna, "chief", access.Everything()), p.ben, access.Everything())
	other := p.Join(p.Username(p.anna, "other", access.Everything()), p.ben, access.Everything())
	var wait sync.WaitGroup
	errs := make([]error, 2)
	for i, by := range []*access.Viewer{chief, other} {
		wait.Go(func() { _, errs[i] = accountaccess.Offboard(p.As(by), p.Log, p.anna.ID, linkOf(p.master, p.anna)) })
	}
	wait.Wait()
	if (errs[0] == nil) == (errs[1] == nil) {
		t.Fatalf("%v", errs)
	}
	for _, err := range errs {
		if err != nil {
			refused(t, "the second", err, problem.NotFound)
		}
	}
	ended := 0
	for _, code := range codesOf(p, p.ben) {
		if code == "username.deleted" || code == "link.unlinked" {
			ended++
		}
	}
	if ended != 1 {
		t.Errorf("ended %d times", ended)
	}
}

// Somebody who is just signing in with a password that was right is signed out with the others: their sign-in is there
// before all are ended.
func TestWhoIsJustSigningInIsOffboarded(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	connect := func() *pgx.Conn {
		conn := dbtest.Must[*pgx.Conn](t)(pgx.Connect(context.Background(), p.OwnerURL))
		t.Cleanup(func() { _ = conn.Close(context.Background()) })
		return conn
	}
	signing, watching := connect(), connect()
	tx := dbtest.Must[pgx.Tx](t)(signing.Begin(t.Context()))
	for _, step := range []string{
		`UPDATE credentials SET password_hash = password_hash WHERE id = $1`,
		`INSERT INTO sign_ins (id, username_id, token_hash, ip, user_agent, created_at, seen_at, proven_at, expires_at, shut_accounts, network)
			VALUES (gen_random_uuid(), $1, 'x', '', '', now(), now(), now(), now() + interval '1 hour', '{}', '')`,
	} {
		dbtest.Must[pgconn.CommandTag](t)(tx.Exec(t.Context(), step, p.master.Username))
	}
	done := make(chan error, 1)
	go func() {
		_, err := accountaccess.Offboard(p.As(p.anna.Owner), p.Log, p.anna.ID, linkOf(p.master, p.anna))
		done <- err
	}()
	for waits := false; !waits && len(done) == 0; {
		const lock = `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') FROM pg_sleep(0.01)`
		waits = dbtest.Must[bool](t)(database.Value[bool](watching.Query(t.Context(), lock)))
	}
	dbtest.Must[any](t)(nil, tx.Commit(t.Context()))
	dbtest.Must[any](t)(nil, <-done)
	const living = `SELECT count(*)::int FROM sign_ins WHERE username_id = $1 AND ended_at IS NULL`
	if n := dbtest.Must[int](t)(database.Value[int](watching.Query(t.Context(), living, p.master.Username))); n != 0 {
		t.Errorf("%d sign-ins outlive it", n)
	}
}
