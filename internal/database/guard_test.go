package database_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/dbtest"
)

// role makes a role that may log in, and gives the URL with which it reaches the database.
func role(t *testing.T, conn *pgx.Conn, w *dbtest.World, attributes string) (name, reach string) {
	t.Helper()
	name = "role_" + strings.ReplaceAll(uuid.NewString(), "-", "")
	_, err := conn.Exec(t.Context(), fmt.Sprintf(`CREATE ROLE %s LOGIN %s`, name, attributes))
	must(t, err)
	u, err := url.Parse(w.URL)
	must(t, err)
	u.User = url.User(name)
	return name, u.String()
}

// The server does not start as a role that could walk round the walls.
func TestGuardRefusesRoles(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	conn := owner(t, w)
	must(t, w.DB.Guard(t.Context()))
	bypass, _ := role(t, conn, w, "BYPASSRLS")
	super, _ := role(t, conn, w, "SUPERUSER")
	for name, c := range map[string]struct {
		attributes, then string
		refused          bool
	}{
		"member of lanyard_app":            {"IN ROLE lanyard_app", "", false},
		"superuser":                        {"SUPERUSER", "", true},
		"bypasses row-level security":      {"BYPASSRLS IN ROLE lanyard_app", "", true},
		"member of the owner":              {"IN ROLE lanyard_app, lanyard_owner", "", true},
		"may become the owner":             {"NOINHERIT IN ROLE lanyard_app, lanyard_owner", "", true},
		"owns a table":                     {"IN ROLE lanyard_app", `ALTER TABLE payers OWNER TO %s`, true},
		"may become one that bypasses":     {"NOINHERIT IN ROLE lanyard_app, " + bypass, "", true},
		"may become another superuser":     {"NOINHERIT IN ROLE lanyard_app, " + super, "", true},
		"member of one that owns no table": {"IN ROLE lanyard_app, pg_monitor", "", false},
	} {
		t.Run(name, func(t *testing.T) {
			made, reach := role(t, conn, w, c.attributes)
			if c.then != "" {
				_, err := conn.Exec(t.Context(), fmt.Sprintf(c.then, made))
				must(t, err)
				defer func() { _, _ = conn.Exec(t.Context(), `ALTER TABLE payers OWNER TO lanyard_owner`) }()
			}
			if err := open(t, reach, 1).Guard(t.Context()); (err != nil) != c.refused {
				t.Errorf("%v", err)
			}
		})
	}
}

// Nor on a database in which a table that it reaches has no wall.
func TestGuardRefusesTables(t *testing.T) {
	t.Parallel()
	for name, c := range map[string][2]string{
		"switched off":       {`ALTER TABLE clients DISABLE ROW LEVEL SECURITY`, "clients"},
		"not forced":         {`ALTER TABLE payers NO FORCE ROW LEVEL SECURITY`, "payers"},
		"without policies":   {`DROP POLICY see ON seals`, "seals"},
		"a new table":        {`CREATE TABLE letters (account_id uuid); GRANT SELECT ON letters TO lanyard_app`, "letters"},
		"one new column":     {`CREATE TABLE letters (account_id uuid, total int); GRANT UPDATE (total) ON letters TO lanyard_app`, "letters"},
		"open to everybody":  {`CREATE TABLE letters (account_id uuid); GRANT SELECT ON letters TO PUBLIC`, "letters"},
		"a month of the log": {`GRANT SELECT ON events_other TO lanyard_app`, "events_other"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := dbtest.New(t)
			_, err := owner(t, w).Exec(t.Context(), c[0])
			must(t, err)
			if err := w.DB.Guard(t.Context()); err == nil || !strings.Contains(err.Error(), c[1]) {
				t.Errorf("%v", err)
			}
		})
	}
}

// Every table that the server's role reaches has row-level security, forced, and the role may
// delete from none.
func TestEveryTableHasItsWall(t *testing.T) {
	t.Parallel()
	conn := owner(t, dbtest.New(t))
	rows, err := conn.Query(t.Context(), `
		SELECT c.relname::text, c.relrowsecurity AND c.relforcerowsecurity, (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid),
			has_table_privilege('lanyard_app', c.oid, 'DELETE') OR has_table_privilege('lanyard_app', c.oid, 'TRUNCATE')
				OR has_table_privilege('lanyard_app', c.oid, 'TRIGGER') OR has_table_privilege('lanyard_app', c.oid, 'REFERENCES')
		FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
			AND has_any_column_privilege('lanyard_app', c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')`)
	must(t, err)
	type table struct {
		Name     string
		Forced   bool
		Policies int
		More     bool
	}
	tables, err := pgx.CollectRows(rows, pgx.RowToStructByPos[table])
	must(t, err)
	if len(tables) < 15 {
		t.Errorf("only %d tables were looked at", len(tables))
	}
	for _, c := range tables {
		open := c.Name == "walls" || c.Name == "goose_db_version"
		if !open && (!c.Forced || c.Policies == 0) || c.More {
			t.Errorf("%+v", c)
		}
	}
}

// Whoever may call a function is named in the walls: nobody else may, and what only doors themselves
// use not even the server's role.
func TestFunctionsAreNobodysByDefault(t *testing.T) {
	t.Parallel()
	conn := owner(t, dbtest.New(t))
	var open, inner []string
	must(t, conn.QueryRow(t.Context(), `SELECT coalesce(array_agg(proname::text) FILTER (WHERE has_function_privilege('public', oid, 'EXECUTE')), '{}'),
		coalesce(array_agg(proname::text) FILTER (WHERE has_function_privilege('lanyard_app', oid, 'EXECUTE') AND proname IN ('count_failure', 'lock_of', 'knows_network', 'server_alone', 'tell', 'tell_others')), '{}')
		FROM pg_proc WHERE pronamespace = 'public'::regnamespace`).Scan(&open, &inner))
	if len(open) > 0 || len(inner) > 0 {
		t.Errorf("everybody may call %v, and the server %v", open, inner)
	}
}
