package main

import (
	"context"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/globalid"
)

func (l *lively) scan(query string, arg any, into any) {
	l.t.Helper()
	conn, err := pgx.Connect(l.t.Context(), l.OwnerURL)
	if err != nil {
		l.t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	if err := conn.QueryRow(l.t.Context(), query, arg).Scan(into); err != nil {
		l.t.Fatal(err)
	}
}

func (l *lively) addClient(by *access.Viewer, account uuid.UUID) {
	l.t.Helper()
	l.signIn(by).ask(addClient, in(account))
}

func in(account uuid.UUID) map[string]any {
	return map[string]any{"account": globalid.OfAccount(account).String()}
}

// Each is told of what it may see and of nothing else; reading the log is not told to whoever
// follows it.
func TestLiveSections(t *testing.T) {
	t.Parallel()
	l := newLively(t)
	clerk := l.signIn(l.Username(l.anna, "clerk", access.Levels{access.Clients: access.Full, access.PsychotherapyNotes: access.View}))
	reviewer := l.signIn(l.Username(l.anna, "reviewer", access.Levels{access.ActivityLog: access.View}))
	owner, stranger := l.signIn(l.anna.Owner), l.signIn(l.ben.Owner)
	l.settle()
	clerks, reviewers, strangers := clerk.follow(), reviewer.follow(), stranger.follow()
	owner.ask(addClient, in(l.anna.ID))
	clerks.want("SECTION anna CLIENTS")
	reviewers.want("SECTION anna ACTIVITY_LOG")
	clerk.ask(addClient, in(l.anna.ID))
	clerks.want("SECTION anna CLIENTS mine")
	reviewers.want("SECTION anna ACTIVITY_LOG")
	owner.ask(`query Clients($account: ID!) { account(id: $account) { clients { nodes { lastName } } } }`, in(l.anna.ID))
	reviewers.want("SECTION anna ACTIVITY_LOG")
	clerks.wantNothing()
	reviewer.ask(`query Activity($account: ID!) { account(id: $account) { activity { nodes { code } } } }`, in(l.anna.ID))
	owner.ask(`query Activity($account: ID!) { account(id: $account) { activity { nodes { code } } } }`, in(l.anna.ID))
	reviewers.wantNothing()
	strangers.wantNothing()
	stranger.ask(addClient, in(l.ben.ID))
	strangers.want("SECTION ben CLIENTS mine", "SECTION ben ACTIVITY_LOG mine")
	clerks.wantNothing()
	reviewers.wantNothing()
}

// A level that is lowered and a link that is cut are told, and nothing of there after that.
func TestLiveRevoked(t *testing.T) {
	t.Parallel()
	l := newLively(t)
	levels := access.Levels{access.Clients: access.View, access.CodesSetup: access.View}
	v := l.Username(l.anna, "master", levels)
	v = l.Join(v, l.ben, levels)
	master := l.signIn(v)
	l.settle()
	f := master.follow()
	l.addClient(l.ben.Owner, l.ben.ID)
	f.want("SECTION ben CLIENTS")
	var version int
	l.scan(`SELECT version FROM links WHERE id = $1`, v.Link(l.ben.ID).ID, &version)
	if _, err := accountaccess.Save(l.As(l.ben.Owner), l.Log, l.ben.ID, []accountaccess.SetPrivileges{{
		Link: v.Link(l.ben.ID).ID, Version: version, Levels: []*accountaccess.LevelInput{{Section: access.Clients, Level: access.None}},
	}}); err != nil {
		t.Fatal(err)
	}
	f.want("MY_ACCESS ben")
	l.addClient(l.ben.Owner, l.ben.ID)
	f.wantNothing()
	l.addClient(l.anna.Owner, l.anna.ID)
	f.want("SECTION anna CLIENTS")
	if _, err := accountaccess.DeleteUsername(l.As(l.ben.Owner), l.Log, l.ben.ID, v.Link(l.ben.ID).ID); err != nil {
		t.Fatal(err)
	}
	f.want("MY_ACCESS ben")
	l.signIn(l.ben.Owner).ask(`mutation AddCode($account: ID!) { addDiagnosisCode(account: $account, input: {code: "F41.1", description: "Anxiety"}) { diagnosisCode { id } } }`, in(l.ben.ID))
	f.wantNothing()
	l.Owner(`UPDATE links SET valid_until = now() + interval '400 milliseconds' WHERE id = $1`, v.Link(l.anna.ID).ID)
	f.want("MY_ACCESS anna") // nobody gives notice of a time that runs out
	l.addClient(l.anna.Owner, l.anna.ID)
	f.wantNothing()
	l.Owner(`UPDATE links SET valid_until = NULL WHERE id = $1`, v.Link(l.anna.ID).ID)
	f.want("MY_ACCESS anna")
}

// A link to another account appears while one follows.
func TestLiveJoined(t *testing.T) {
	t.Parallel()
	l := newLively(t)
	v := l.Username(l.anna, "master", access.Levels{access.AccountAccess: access.Full})
	f := l.signIn(v).follow()
	l.Join(v, l.ben, access.Levels{access.Clients: access.View})
	seen := map[string]bool{}
	for late := time.After(soon); !seen["MY_ACCESS ben"]; {
		select {
		case told := <-f.told:
			seen[told] = true
		case <-late:
			t.Fatalf("told %v", seen)
		}
	}
}

// However a sign-in ends, its stream ends with it at once; another of the same username goes on.
func TestLiveEnds(t *testing.T) {
	t.Parallel()
	l := newLively(t)
	for name, end := range map[string]func(v *access.Viewer, b *browserOf){
		"signed out": func(_ *access.Viewer, b *browserOf) { b.ask(`mutation Out { signOut { signedOut } }`, nil) },
		"ended": func(v *access.Viewer, b *browserOf) {
			l.signIn(v).ask(`mutation End($id: ID!) { endSignIn(id: $id) { signIn { id } } }`, b.id())
		},
		"forced":  func(v *access.Viewer, _ *browserOf) { l.force(v) },
		"deleted": func(v *access.Viewer, _ *browserOf) { l.remove(v) },
		"idle": func(_ *access.Viewer, b *browserOf) {
			l.Owner(`UPDATE sign_ins SET seen_at = now() - interval '16 minutes' WHERE id = $1`, b.signIn)
		},
		"too old": func(_ *access.Viewer, b *browserOf) {
			l.Owner(`UPDATE sign_ins SET expires_at = now() WHERE id = $1`, b.signIn)
		},
		"new password": func(v *access.Viewer, _ *browserOf) { l.newPassword(v) },
	} {
		v := l.Username(l.anna, "clerk-"+string(name[0])+string(name[len(name)-1]), access.Levels{access.Clients: access.View})
		b := l.signIn(v)
		f := b.follow()
		end(v, b)
		t.Log(name)
		f.wantEnd()
		again := b.follow()
		again.want("UNAUTHENTICATED")
		again.wantEnd()
	}
}

func (b *browserOf) id() map[string]any {
	return map[string]any{"id": globalid.New("SignIn", uuid.Nil, b.signIn).String()}
}

func (l *lively) force(v *access.Viewer) {
	if _, err := accountaccess.RequirePasswordChange(l.As(l.anna.Owner), l.Log, l.anna.ID, v.Link(l.anna.ID).ID, "somebody else knows it"); err != nil {
		l.t.Fatal(err)
	}
}

func (l *lively) remove(v *access.Viewer) {
	if _, err := accountaccess.DeleteUsername(l.As(l.anna.Owner), l.Log, l.anna.ID, v.Link(l.anna.ID).ID); err != nil {
		l.t.Fatal(err)
	}
}

func (l *lively) newPassword(v *access.Viewer) {
	l.signIn(v).ask(`mutation Change($input: ChangePasswordInput!) { changePassword(input: $input) { endedSignIns } }`, map[string]any{
		"input": map[string]any{"currentPassword": "SEVEN VIOLET KETTLES HUMMING", "newPassword": "fourteen silver thimbles waiting", "endOtherSignIns": true},
	})
}

// A stream and what the app asks by itself are no use of the sign-in; what a person asks is.
func TestLiveKeepsNothingAlive(t *testing.T) {
	t.Parallel()
	l := newLively(t)
	b := l.signIn(l.anna.Owner)
	seen := func() (at time.Time) {
		l.scan(`SELECT seen_at FROM sign_ins WHERE id = $1`, b.signIn, &at)
		return at
	}
	l.Owner(`UPDATE sign_ins SET seen_at = now() - interval '10 minutes' WHERE id = $1`, b.signIn)
	before := seen()
	f := b.follow()
	b.ask(`query Viewer { viewer { username } }`, nil, "X-Lanyard-Background", "1")
	l.addClient(l.anna.Owner, l.anna.ID)
	for late := time.After(soon); ; {
		select {
		case told := <-f.told:
			if told != "SECTION anna CLIENTS" {
				continue
			}
		case <-late:
			t.Fatal("not told")
		}
		break
	}
	time.Sleep(2 * 300 * time.Millisecond) // the stream looks by itself
	if after := seen(); !after.Equal(before) {
		t.Errorf("seen at %v, before at %v", after, before)
	}
	b.ask(`query Viewer { viewer { username } }`, nil)
	if after := seen(); after.Equal(before) {
		t.Error("a person's request is no use of the sign-in")
	}
}

// After the database has cut the connection that hears, all look again and hear on.
func TestLiveReconnects(t *testing.T) {
	t.Parallel()
	l := newLively(t)
	f := l.signIn(l.Username(l.anna, "clerk", access.Levels{access.Clients: access.View})).follow()
	var cut bool
	l.scan(`SELECT bool_or(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()`, "lanyard live", &cut)
	if !cut {
		t.Fatal("nothing hears the database")
	}
	f.want("EVERYTHING")
	l.addClient(l.anna.Owner, l.anna.ID)
	f.want("SECTION anna CLIENTS")
}

// Many changes at once are told as few.
func TestLiveGathers(t *testing.T) {
	t.Parallel()
	l := newLively(t)
	f := l.signIn(l.Username(l.anna, "clerk", access.Levels{access.Clients: access.View})).follow()
	owner := l.signIn(l.anna.Owner)
	began := time.Now()
	for range 40 {
		owner.ask(addClient, in(l.anna.ID))
	}
	f.want("SECTION anna CLIENTS")
	time.Sleep(quiet)
	if most := int(time.Since(began)/(250*time.Millisecond)) + 1; len(f.told) > most {
		t.Errorf("40 changes are told %d times, more than %d", len(f.told)+1, most)
	}
}

// A stream outlasts the limits of a request. A server that goes down ends it at once, without an
// end that would say that nobody is signed in.
func TestLiveOutlasts(t *testing.T) {
	t.Parallel()
	l := newLively(t)
	f := l.signIn(l.Username(l.anna, "clerk", access.Levels{access.Clients: access.View})).follow()
	time.Sleep(deadline + time.Second)
	l.addClient(l.anna.Owner, l.anna.ID)
	f.want("SECTION anna CLIENTS")
	began := time.Now()
	if err := l.stop(); err != nil {
		t.Error(err)
	}
	if took := time.Since(began); took > soon {
		t.Errorf("the server stops after %v", took)
	}
	if _, open := <-f.told; open || f.completed {
		t.Errorf("open %v, completed %v", open, f.completed)
	}
}

func TestLiveLimits(t *testing.T) {
	t.Parallel()
	l := newLively(t)
	v := l.Username(l.anna, "clerk", access.Levels{})
	b, other := l.signIn(v), l.signIn(v)
	var first *follower
	for range 8 {
		first = b.follow()
	}
	ninth := b.follow()
	ninth.want("RATE_LIMITED")
	ninth.wantEnd()
	other.follow().wantNothing()
	first.leave()
	time.Sleep(200 * time.Millisecond)
	b.follow().wantNothing()
}

// What a stream took is given back when its client has gone.
func TestLiveLeavesNothing(t *testing.T) {
	l := newLively(t)
	b := l.signIn(l.anna.Owner)
	b.follow().leave()
	time.Sleep(300 * time.Millisecond)
	http.DefaultClient.CloseIdleConnections()
	before := runtime.NumGoroutine()
	for range 5 {
		var all []*follower
		for range 8 {
			all = append(all, b.follow())
		}
		for _, f := range all {
			f.leave()
		}
		time.Sleep(100 * time.Millisecond)
	}
	for range 50 {
		http.DefaultClient.CloseIdleConnections()
		if runtime.NumGoroutine() <= before+3 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("%d goroutines before 40 streams, %d after", before, runtime.NumGoroutine())
}

// What is passed on is ids and names of sections.
func TestLiveCarriesNoData(t *testing.T) {
	t.Parallel()
	l := newLively(t)
	conn, err := pgx.Connect(t.Context(), l.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	if _, err := conn.Exec(t.Context(), `LISTEN `+activity.Channel); err != nil {
		t.Fatal(err)
	}
	owner := l.signIn(l.anna.Owner)
	owner.ask(addClient, in(l.anna.ID))
	ctx, cancel := context.WithTimeout(t.Context(), soon)
	defer cancel()
	for {
		heard, err := conn.WaitForNotification(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(heard.Payload) {
			n := activity.ParseNotice(line)
			if n.Section != "CLIENTS" {
				continue
			}
			want := activity.Notice{Account: l.anna.ID, Section: "CLIENTS", EntityType: "Client", Entity: n.Entity, Client: n.Entity, Log: true, Actor: l.anna.Owner.Username, SignIn: owner.signIn}
			if n.Entity == uuid.Nil || n != want || line != want.String()+"\n" {
				t.Errorf("%q", line)
			}
			return
		}
	}
}
