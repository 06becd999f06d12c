package database_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"regexp"
	"strings"
	"sync"
	"testing"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent/migrate"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/database/builtin"
	"lanyard/internal/dbtest"
	"lanyard/internal/signup"
)

// empty makes a database with nothing in it and gives its name.
func empty(t *testing.T, owner string) string {
	t.Helper()
	name := "empty_" + strings.ReplaceAll(uuid.NewString(), "-", "")
	_, err := connect(t, dbtest.Server(t).URL(builtin.Owner, "postgres")).Exec(t.Context(), `CREATE DATABASE `+name+` OWNER `+owner)
	must(t, err)
	return name
}

// Many instances that start at once migrate once.
func TestMigrateFromManyAtOnce(t *testing.T) {
	t.Parallel()
	s := dbtest.Server(t)
	name := empty(t, builtin.Owner)
	db := open(t, s.URL(builtin.App, name), 2)
	var done sync.WaitGroup
	for range 4 {
		done.Go(func() {
			if err := database.Migrate(t.Context(), s.URL(builtin.Owner, name)); err != nil {
				t.Error(err)
			}
		})
	}
	done.Wait()
	must(t, db.Ready(t.Context()))
	must(t, db.Guard(t.Context()))
	for table, times := range map[string]int{"walls": 1, "accounts": 0} {
		if n := one[int](t, connect(t, s.URL(builtin.Owner, name)), `SELECT count(*) FROM `+table); n != times {
			t.Errorf("%d rows in %s", n, table)
		}
	}
}

// hosted makes a database that belongs to a role with these attributes, and gives the URLs of
// its owner and of the server.
func hosted(t *testing.T, attributes string) (ownerURL, appURL string) {
	t.Helper()
	s := dbtest.Server(t)
	name := "hosted_" + strings.ReplaceAll(uuid.NewString(), "-", "")
	_, err := connect(t, s.URL(builtin.Owner, "postgres")).Exec(t.Context(), `CREATE ROLE `+name+` LOGIN `+attributes)
	must(t, err)
	database := empty(t, name)
	return s.URL(name, database), s.URL(builtin.App, database)
}

// The owner of a hosted database is no superuser: BYPASSRLS and CREATEROLE are enough.
func TestOwnerWhoIsNoSuperuser(t *testing.T) {
	t.Parallel()
	ownerURL, appURL := hosted(t, "NOSUPERUSER BYPASSRLS CREATEROLE")
	must(t, database.Migrate(t.Context(), ownerURL))
	db := open(t, appURL, 2)
	must(t, db.Ready(t.Context()))
	must(t, db.Guard(t.Context()))
	log := activity.New(db)
	defer log.Close()
	ctx := access.WithViewer(activity.WithRequest(context.Background(), activity.Request{ID: "1"}), nil)
	_, err := signup.Open(ctx, log, signup.Input{
		PracticeName: "P", ProviderName: "P", Email: "p@example.com", Username: "hosted", Password: dbtest.Password, TimeZone: "America/New_York",
	})
	must(t, err)
}

// Row-level security binds an owner without BYPASSRLS too, and the narrow doors would stay
// shut: nobody could open an account. That is said when the database is migrated.
func TestOwnerWhomTheWallsBind(t *testing.T) {
	t.Parallel()
	ownerURL, _ := hosted(t, "NOSUPERUSER NOBYPASSRLS CREATEROLE")
	if err := database.Migrate(t.Context(), ownerURL); err == nil || !strings.Contains(err.Error(), "BYPASSRLS") {
		t.Errorf("%v", err)
	}
}

// What the walls are is what the program holds: a wall that somebody took down is built anew.
func TestWallsAreBuiltAnew(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	conn := owner(t, w)
	policies := `SELECT string_agg(tablename || ' ' || policyname || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, ''), E'\n' ORDER BY tablename, policyname) FROM pg_policies`
	before := one[string](t, conn, policies)
	for _, step := range []string{
		`DROP POLICY see ON clients`, `CREATE POLICY open ON payers USING (true)`, `ALTER TABLE links DISABLE ROW LEVEL SECURITY`,
		`GRANT DELETE ON events TO lanyard_app`, `GRANT SELECT ON failed_proofs TO PUBLIC`, `UPDATE walls SET checksum = 'of another version'`,
	} {
		_, err := conn.Exec(t.Context(), step)
		must(t, err)
	}
	if err := w.DB.Ready(t.Context()); !errors.Is(err, database.ErrNotMigrated) {
		t.Errorf("ready with other walls: %v", err)
	}
	must(t, database.BuildWalls(t.Context(), w.OwnerURL))
	must(t, w.DB.Ready(t.Context()))
	must(t, w.DB.Guard(t.Context()))
	if after := one[string](t, conn, policies); after != before {
		t.Errorf("the policies differ:\n%s", after)
	}
	if one[bool](t, conn, `SELECT has_table_privilege('lanyard_app', 'events', 'DELETE') OR has_table_privilege('lanyard_app', 'failed_proofs', 'SELECT')`) {
		t.Error("a grant is left")
	}
}

// byHand is what a migration says and ent has no words for: that what a row names belongs to the
// row's account, the indexes of those keys, and checks.
var byHand = regexp.MustCompile(`,? ?DROP (CONSTRAINT|INDEX) "(` + strings.Join([]string{
	"links_id_account_id", "[a-z]+_[a-z]+_of_(account|client)", "[a-z]+_of_[a-z]+", "service_codes_(of_)?billing_code", "policies_(rank|referring_named)", "diagnosiscode_favourites",
	"sessions_(appointment|location_named)", "lines_session", "ledger_(reverses|kinds|types)", "[a-z]+_money", "authorizations_(days|sessions)", "privileges_link_of_account",
	"access_decisions_(by_another|of_link|of_review)", "access_reviews_finished", "accounts_sign_in_rules", "sign_ins_not_ended", "policies_referring_named",
}, "|") + `)"`)

// computed are columns that the database keeps by itself: ent never writes nor reads them.
var computed = regexp.MustCompile(`,? DROP COLUMN "(search_(text|phones)|shut_accounts|proven_at)"`)

// firstClause is where a comma is left when the first clause was taken away.
var firstClause = regexp.MustCompile(`^(ALTER TABLE "[a-z_]+"),`)

// nothing is a statement of which no clause is left.
var nothing = regexp.MustCompile(`^(ALTER TABLE "[a-z_]+")?;?\s*$`)

// What ent believes of the tables is what the migrations made.
func TestSchemaAndMigrationsAgree(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	conn := owner(t, w)
	if diff := difference(t, w.OwnerURL); diff != "" {
		t.Errorf("a migration is missing:\n%s", diff)
	}
	_, err := conn.Exec(t.Context(), `ALTER TABLE clients DROP COLUMN file_notes; ALTER TABLE payers ADD COLUMN extra text; DROP INDEX link_username_id`)
	must(t, err)
	diff := difference(t, w.OwnerURL)
	for _, want := range []string{"file_notes", "extra", "link_username_id"} {
		if !strings.Contains(diff, want) {
			t.Errorf("the difference in %s is not found: %q", want, diff)
		}
	}
}

// difference is the SQL that would make the database what ent believes it is.
func difference(t *testing.T, url string) string {
	t.Helper()
	db, err := sql.Open("pgx", url)
	must(t, err)
	defer func() { _ = db.Close() }()
	var statements bytes.Buffer
	m := &schema.WriteDriver{Driver: entsql.OpenDB(dialect.Postgres, db), Writer: &statements}
	atlas, err := schema.NewMigrate(m, schema.WithDropColumn(true), schema.WithDropIndex(true), schema.WithForeignKeys(true))
	must(t, err)
	must(t, atlas.Create(t.Context(), migrate.Tables...))
	var diff strings.Builder
	for line := range strings.Lines(statements.String()) {
		line = byHand.ReplaceAllString(computed.ReplaceAllString(line, ""), "")
		line = firstClause.ReplaceAllString(line, "$1")
		if !nothing.MatchString(line) {
			diff.WriteString(line)
		}
	}
	return diff.String()
}
