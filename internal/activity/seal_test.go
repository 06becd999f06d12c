package activity_test

import (
	"context"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// log is a world with keys and a file of checkpoints.
type log struct {
	*dbtest.World
	t           testing.TB
	keys        activity.Keys
	checkpoints string
}

func newLog(t testing.TB) *log {
	t.Helper()
	dir := t.TempDir()
	keys, err := activity.LoadKeys(filepath.Join(dir, "keys"))
	if err != nil {
		t.Fatal(err)
	}
	return &log{World: dbtest.New(t), t: t, keys: keys, checkpoints: filepath.Join(dir, "checkpoints.ndjson")}
}

func (l *log) start() *activity.Sealer {
	l.t.Helper()
	s, err := activity.StartSealer(l.DB, l.keys, activity.SealerOptions{Checkpoints: l.checkpoints, Every: time.Millisecond, CheckpointEvery: time.Millisecond})
	if err != nil {
		l.t.Fatal(err)
	}
	return s
}

// seal seals all that waits and writes a checkpoint.
func (l *log) seal() {
	l.t.Helper()
	if err := l.start().Close(); err != nil {
		l.t.Fatal(err)
	}
}

func (l *log) store(account uuid.UUID, n int) {
	l.t.Helper()
	for range n {
		if err := l.Log.Store(l.As(nil), event(account)); err != nil {
			l.t.Error(err)
		}
	}
}

func event(account uuid.UUID) activity.Event {
	return activity.Event{
		Account: account, Code: "client.opened", Action: activity.Read, Section: "CLIENTS", LevelHeld: "FULL", LevelNeeded: "VIEW",
		EntityType: "Client", Entities: []uuid.UUID{uuid.New(), uuid.New()}, Clients: []uuid.UUID{uuid.New()}, RowCount: 2,
		Changes: map[string]any{"zip": []any{"<1>", 1.5}, "a": []any{"\u2028"}, "street": []any{"changed"}},
	}
}

func (l *log) verify() *activity.Report {
	l.t.Helper()
	known, err := activity.ReadCheckpoints(l.checkpoints, l.keys)
	if err != nil {
		l.t.Fatal(err)
	}
	r, err := activity.Verify(context.Background(), activity.FromDatabase(context.Background(), l.OwnerURL), l.keys, known)
	if err != nil {
		l.t.Fatal(err)
	}
	return r
}

func (l *log) mustBeIntact(events int64) *activity.Report {
	l.t.Helper()
	r := l.verify()
	var sealed int64
	for _, a := range r.Accounts {
		sealed += a.Events
		if a.Waiting > 0 {
			l.t.Errorf("%d events of %s still wait", a.Waiting, a.Account)
		}
	}
	if !r.Intact() || sealed != events {
		l.t.Errorf("%d events of %d:\n%s", sealed, events, text(l.t, r))
	}
	return r
}

func text(t testing.TB, r *activity.Report) string {
	t.Helper()
	var said strings.Builder
	if err := r.Write(&said); err != nil {
		t.Fatal(err)
	}
	return said.String()
}

// TestChainOfManyWriters writes into one account from 64 sides, by changes and by reads, while
// two sealers work: the chain has no gap and no fork.
func TestChainOfManyWriters(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	account := uuid.New()
	first := l.start()
	second, err := activity.StartSealer(l.DB, l.keys, activity.SealerOptions{Every: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	var writers sync.WaitGroup
	for range 32 {
		writers.Go(func() { l.store(account, 20) })
		writers.Go(func() {
			for range 20 {
				if err := l.Log.Change(l.As(nil), event(account), func(context.Context, *activity.Tx, *activity.Event) error { return nil }); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	if err := second.Close(); err != nil {
		t.Error(err)
	}
	l.store(account, 1) // for the first, which alone writes checkpoints: the second may have sealed all others
	if err := first.Close(); err != nil {
		t.Error(err)
	}
	r := l.mustBeIntact(64*20 + 1)
	if r.Checkpoints == 0 {
		t.Error("no checkpoint was written")
	}
	gapless, err := one[bool](l, `SELECT count(*) = max(seq) AND min(seq) = 1 AND count(DISTINCT prev_hash) = count(*) FROM seals WHERE account_id = $1`, account)
	if err != nil || !gapless {
		t.Errorf("the numbers have gaps or the chain forks: %v", err)
	}
}

// TestSealingResumes seals in several goes, more than a round's events at once, and events
// that are older than sealed ones.
func TestSealingResumes(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	a, b := uuid.New(), uuid.Nil
	l.store(a, 2)
	l.seal()
	l.store(b, 3)
	old := event(a)
	old.OccurredAt = time.Now().Add(-time.Hour)
	many := []activity.Event{old}
	for range 2500 {
		many = append(many, event(a))
	}
	if err := l.Log.Store(l.As(nil), many...); err != nil {
		t.Fatal(err)
	}
	l.seal()
	l.mustBeIntact(2 + 3 + 2501)
	waiting, err := one[int](l, `SELECT count(*) FROM unsealed`)
	if err != nil || waiting > 0 {
		t.Errorf("%d events still wait: %v", waiting, err)
	}
}

// TestAppendOnly changes the log as the server's role and as its owner.
func TestAppendOnly(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	l.store(uuid.New(), 1)
	l.seal()
	for _, statement := range []string{
		`UPDATE events SET code = 'x'`, `DELETE FROM events`, `TRUNCATE events`,
		`UPDATE seals SET seq = 2`, `DELETE FROM seals`, `TRUNCATE seals`,
	} {
		for role, url := range map[string]string{"the server": l.URL, "the owner": l.OwnerURL} {
			if err := execute(t, url, statement); err == nil {
				t.Errorf("%s may %s", role, statement)
			} else if role == "the owner" && !strings.Contains(err.Error(), "only ever added to") {
				t.Errorf("%s: %v", statement, err)
			}
		}
	}
	l.mustBeIntact(1)
}

func one[T any](l *log, query string, args ...any) (T, error) {
	l.t.Helper()
	conn, err := pgx.Connect(context.Background(), l.OwnerURL)
	if err != nil {
		l.t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	var value T
	err = conn.QueryRow(context.Background(), query, args...).Scan(&value)
	return value, err
}

func execute(t testing.TB, url, statement string) error {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	_, err = conn.Exec(context.Background(), statement)
	return err
}

// BenchmarkSeal seals 20,000 events of 10 accounts.
func BenchmarkSeal(b *testing.B) {
	const n = 20_000
	var took time.Duration
	for b.Loop() {
		b.StopTimer()
		l := newLog(b)
		var many []activity.Event
		accounts := []uuid.UUID{uuid.New(), uuid.New(), uuid.New(), uuid.New(), uuid.New(), uuid.New(), uuid.New(), uuid.New(), uuid.New(), uuid.New()}
		for i := range n {
			many = append(many, event(accounts[i%len(accounts)]))
		}
		if err := l.Log.Store(l.As(nil), many...); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		began := time.Now()
		l.seal()
		took += time.Since(began)
		b.StopTimer()
		began = time.Now()
		l.mustBeIntact(n)
		b.ReportMetric(n/time.Since(began).Seconds(), "verified/s")
		b.StartTimer()
	}
	b.ReportMetric(n*float64(b.N)/took.Seconds(), "sealed/s")
}

// What a token does says so under the seal; what a person does has the form of before there were tokens.
func TestAnEventSaysItsForm(t *testing.T) {
	t.Parallel()
	l, account := newLog(t), uuid.New()
	app := &access.Viewer{Username: uuid.New(), Name: "bea", Token: access.Token{ID: uuid.New(), Name: "app"}}
	if err := l.Log.Store(l.As(app), event(account)); err != nil {
		t.Fatal(err)
	}
	l.store(account, 1)
	l.seal()
	l.mustBeIntact(2)
	if told := l.Events(account); told[0].Token != app.Token.ID || told[0].TokenName != "app" || told[1].TokenName != "" {
		t.Errorf("%+v", told)
	}
	l.Owner(`SET session_replication_role = replica; UPDATE events SET token_id = '00000000-0000-0000-0000-000000000000', token_name = '' WHERE token_name = 'app'`)
	if l.verify().Intact() {
		t.Error("that an app has done it was taken out, and the log is intact")
	}
}
