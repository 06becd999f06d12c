package accessreview_test

import (
	"context"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/accessreview"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// practice is an account that anna and june run, in which kim works.
type practice struct {
	*dbtest.World
	t         *testing.T
	anna      *dbtest.Account
	june, kim *access.Viewer
}

func open(t *testing.T) *practice {
	t.Helper()
	w := dbtest.New(t)
	p := &practice{World: w, t: t, anna: w.Account("anna")}
	p.june = w.Username(p.anna, "june", access.Everything())
	p.kim = w.Username(p.anna, "kim", access.Levels{access.Clients: access.View})
	return p
}

func (p *practice) start() *ent.AccessReview {
	p.t.Helper()
	return dbtest.Must[*ent.AccessReview](p.t)(accessreview.Start(p.As(p.anna.Owner), p.Log, p.anna.ID))
}

// confirm confirms the access of one as it is when the viewer was loaded.
func (p *practice) confirm(by *access.Viewer, r *ent.AccessReview, of *access.Viewer) error {
	_, err := accessreview.Confirm(p.As(by), p.Log, p.anna.ID, r.ID, of.Link(p.anna.ID).ID, p.version(of))
	return err
}

func (p *practice) version(of *access.Viewer) int {
	p.t.Helper()
	return asOwner[int](p, `SELECT version::int FROM links WHERE id = $1`, of.Link(p.anna.ID).ID)
}

func (p *practice) items(by *access.Viewer, r *ent.AccessReview) map[string]*accessreview.Item {
	p.t.Helper()
	items := dbtest.Must[[]*accessreview.Item](p.t)(accessreview.Items(p.As(by), p.Log, r))
	named := map[string]*accessreview.Item{}
	for _, i := range items {
		named[i.Username] = i
	}
	return named
}

func (p *practice) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// refused expects a problem of this kind.
func (p *practice) refused(err error, code problem.Code) {
	p.t.Helper()
	if found := problem.As(err); found == nil || found.Code != code {
		p.t.Errorf("%v, want %s", err, code)
	}
}

func asOwner[T any](p *practice, query string, args ...any) (value T) {
	p.t.Helper()
	conn, err := pgx.Connect(p.t.Context(), p.OwnerURL)
	p.must(err)
	defer func() { _ = conn.Close(context.Background()) }()
	p.must(conn.QueryRow(p.t.Context(), query, args...).Scan(&value))
	return value
}

// attempt runs a statement past the API, as the server's role in the name of a username in an account.
func (p *practice) attempt(v *access.Viewer, account uuid.UUID, query string, args ...any) (int64, error) {
	p.t.Helper()
	conn, err := pgx.Connect(p.t.Context(), p.URL)
	p.must(err)
	defer func() { _ = conn.Close(context.Background()) }()
	tx, err := conn.Begin(p.t.Context())
	p.must(err)
	_, err = tx.Exec(p.t.Context(), `SELECT set_config('lanyard.username', $1, true), set_config('lanyard.account', $2, true)`, v.Username.String(), account.String())
	p.must(err)
	tag, err := tx.Exec(p.t.Context(), query, args...)
	return tag.RowsAffected(), err
}

func (p *practice) tryOwner(statement string) error {
	p.t.Helper()
	conn, err := pgx.Connect(p.t.Context(), p.OwnerURL)
	p.must(err)
	defer func() { _ = conn.Close(context.Background()) }()
	_, err = conn.Exec(p.t.Context(), statement)
	return err
}
