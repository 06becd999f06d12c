package database_test

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/access"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
)

// Many at once, on few connections that come and go all the time: every statement runs in the
// name that it was given.
func TestIdentityUnderChurn(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	conn := owner(t, w)
	accounts := []*dbtest.Account{w.Account("a"), w.Account("b"), w.Account("c"), w.Account("d")}
	for i, a := range accounts {
		for n := range i + 1 {
			client(t, conn, a.ID, n)
		}
	}
	c := &churn{t: t, db: open(t, w.URL+"&pool_max_conn_lifetime=20ms", 6), accounts: accounts, backends: map[int]bool{}}
	var done sync.WaitGroup
	for g := range 48 {
		done.Go(func() {
			for n := range 60 {
				c.ask((g+n)%len(accounts), n)
			}
		})
	}
	done.Wait()
	if c.wrong > 0 || c.failed > 0 {
		t.Errorf("%d answers in the wrong name or in none, %d failures: %v", c.wrong, c.failed, c.last)
	}
	if len(c.backends) < 12 {
		t.Errorf("only %d connections were used: this tests nothing", len(c.backends))
	}
}

type churn struct {
	t        *testing.T
	db       *database.DB
	accounts []*dbtest.Account

	mu            sync.Mutex
	wrong, failed int
	last          error
	backends      map[int]bool
}

func (c *churn) ask(i, n int) {
	a := c.accounts[i]
	var ok bool
	var err error
	switch n % 3 {
	case 0:
		ok, err = c.askDirectly(a)
	case 1:
		ok, err = rightRows(reader(c.db), a, i+1)
	default:
		ok, err = c.askInTransaction(a, i+1)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if err != nil {
		c.failed++
		c.last = err
	}
	if err == nil && !ok {
		c.wrong++
	}
}

func (c *churn) askDirectly(a *dbtest.Account) (bool, error) {
	rows, err := c.db.Query(as(a), `SELECT current_setting('lanyard.username'), current_setting('lanyard.account'), pg_backend_pid()`)
	if err != nil {
		return false, err
	}
	type answer struct {
		Username, Account string
		Backend           int
	}
	got, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByPos[answer])
	c.mu.Lock()
	c.backends[got.Backend] = true
	c.mu.Unlock()
	return got.Username == a.Owner.Username.String() && got.Account == a.ID.String(), err
}

func (c *churn) askInTransaction(a *dbtest.Account, rows int) (bool, error) {
	tx, err := c.db.Begin(as(a))
	if err != nil {
		return false, err
	}
	defer tx.Cancel(as(a))
	return rightRows(ent.NewClient(ent.Driver(tx.EntWriter())), a, rows)
}

func rightRows(db *ent.Client, a *dbtest.Account, want int) (bool, error) {
	rows, err := db.Patient.Query().All(as(a))
	for _, r := range rows {
		if r.AccountID != a.ID {
			return false, fmt.Errorf("a row of another account: %w", err)
		}
	}
	return len(rows) == want, err
}

// Nothing of an identity stays on a connection, however a statement ends.
func TestNoIdentityStays(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	ctx := database.With(t.Context(), database.Identity{Username: a.Owner.Username, Account: a.ID, TokenHash: []byte("hash")})
	for name, use := range map[string]func(*database.DB){
		"query":   func(db *database.DB) { collect(db.Query(ctx, `SELECT 1`)) },
		"failure": func(db *database.DB) { collect(db.Query(ctx, `SELECT 1/0`)) },
		"ent":     func(db *database.DB) { _, _ = reader(db).Patient.Query().All(ctx) },
		"batch":   func(db *database.DB) { _ = db.Send(ctx, func(b *pgx.Batch) { b.Queue(`SELECT 1`) }) },
		"rows left open": func(db *database.DB) {
			rows, err := db.Query(ctx, `SELECT generate_series(1, 1000)`)
			if err == nil {
				rows.Close()
			}
		},
		"committed": func(db *database.DB) { transact(ctx, t, db, true) },
		"cancelled": func(db *database.DB) { transact(ctx, t, db, false) },
	} {
		t.Run(name, func(t *testing.T) {
			db := open(t, w.URL, 1)
			before := backend(t, db)
			use(db)
			if after := backend(t, db); after != before {
				t.Fatalf("another connection: %d, %d", before, after)
			}
			for _, setting := range []string{"lanyard.username", "lanyard.account", "lanyard.sign_in"} {
				var left *string
				must(t, db.Pool().QueryRow(t.Context(), `SELECT current_setting($1, true)`, setting).Scan(&left))
				if left != nil && *left != "" {
					t.Errorf("%s is still %s", setting, *left)
				}
			}
			var seen int
			must(t, db.Pool().QueryRow(t.Context(), `SELECT (SELECT count(*) FROM accounts) + (SELECT count(*) FROM links) + (SELECT count(*) FROM usernames)`).Scan(&seen))
			if seen != 0 {
				t.Errorf("%d rows are seen without an identity", seen)
			}
		})
	}
}

func collect(rows pgx.Rows, err error) {
	if err == nil {
		_, _ = pgx.CollectRows(rows, pgx.RowTo[int])
	}
}

func transact(ctx context.Context, t *testing.T, db *database.DB, commit bool) {
	tx, err := db.Begin(ctx)
	must(t, err)
	defer tx.Cancel(ctx)
	_, err = tx.ExecSQL(ctx, `SELECT 1`)
	must(t, err)
	if commit {
		must(t, tx.CommitWith(ctx, func(b *pgx.Batch) { b.Queue(`SELECT 1`) }))
	}
}

func backend(t *testing.T, db *database.DB) (pid int) {
	t.Helper()
	must(t, db.Pool().QueryRow(t.Context(), `SELECT pg_backend_pid()`).Scan(&pid))
	return pid
}

// What only reads cannot write: a hook says so, and PostgreSQL says so where no hook is.
func TestReadersCannotWrite(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	id := client(t, owner(t, w), a.ID, 1)
	if err := w.Log.Reader().Patient.UpdateOneID(id).SetCity("X").Exec(as(a)); err == nil || state(err) == readOnly {
		t.Errorf("the hook lets it through: %v", err)
	}
	if err := reader(w.DB).Patient.UpdateOneID(id).SetCity("X").Exec(as(a)); state(err) != readOnly {
		t.Errorf("ent without the hook: %v", err)
	}
	if err := reader(w.DB).Payer.Create().SetAccountID(a.ID).SetName("X").SetNaturalKey("X").SetKind("PAPER").Exec(as(a)); state(err) != readOnly {
		t.Errorf("ent without the hook: %v", err)
	}
	rows, err := w.DB.Query(as(a), `UPDATE clients SET city = 'X' RETURNING 1`)
	if err == nil {
		_, err = pgx.CollectRows(rows, pgx.RowTo[int])
	}
	if state(err) != readOnly {
		t.Errorf("a query: %v", err)
	}
}

// ent has a gap: an update of one row with a condition and no field set leaves the condition
// out and gives the row, whosever it is. The wall closes it.
func TestUpdateOfNothingGivesNothingAway(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	conn := owner(t, w)
	theirs := client(t, conn, b.ID, 1)
	try := func() (*ent.Patient, error) {
		tx, err := w.DB.Begin(as(a))
		must(t, err)
		defer tx.Cancel(as(a))
		return ent.NewClient(ent.Driver(tx.EntWriter())).Patient.UpdateOneID(theirs).Where(patient.AccountID(a.ID)).Save(as(a))
	}
	if row, err := try(); !ent.IsNotFound(err) {
		t.Errorf("another account's row is given: %v, %v", row, err)
	}
	_, err := conn.Exec(t.Context(), `ALTER TABLE clients DISABLE ROW LEVEL SECURITY`)
	must(t, err)
	if row, err := try(); err != nil || row.ID != theirs {
		t.Errorf("the gap is closed in ent, and this test tests nothing any more: %v", err)
	}
}

// Who asks is the viewer of the request, until something else is said.
func TestIdentityIsWhatWasSaidLast(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	viewer, other, account := uuid.New(), uuid.New(), uuid.New()
	ctx := access.WithViewer(t.Context(), &access.Viewer{Username: viewer})
	for _, c := range []struct {
		ctx  context.Context
		want string
	}{
		{t.Context(), "/"},
		{ctx, viewer.String() + "/"},
		{database.In(ctx, account), viewer.String() + "/" + account.String()},
		{database.As(database.In(ctx, account), other), other.String() + "/"},
		{database.In(database.As(ctx, other), account), other.String() + "/" + account.String()},
	} {
		rows, err := w.DB.Query(c.ctx, `SELECT coalesce(current_setting('lanyard.username', true), '') || '/' || coalesce(current_setting('lanyard.account', true), '')`)
		must(t, err)
		got, err := pgx.CollectExactlyOneRow(rows, pgx.RowTo[string])
		must(t, err)
		if got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
