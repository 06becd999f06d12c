package database_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/dbtest"
)

// app is a connection as the server's role.
type app struct {
	t    *testing.T
	conn *pgx.Conn
}

// try runs a statement in the name of the username in the account, takes it back, and gives
// what came of it: rows and SQLSTATE.
func (a app) try(username, account uuid.UUID, query string, args ...any) (int64, string) {
	a.t.Helper()
	tx, err := a.conn.Begin(context.Background())
	must(a.t, err)
	defer func() { _ = tx.Rollback(context.Background()) }()
	_, err = tx.Exec(context.Background(), `SELECT set_config('lanyard.username', $1, true), set_config('lanyard.account', $2, true)`, username.String(), account.String())
	must(a.t, err)
	tag, err := tx.Exec(context.Background(), query, args...)
	return tag.RowsAffected(), state(err)
}

// Even in the name of an account's owner the server's role cannot do what no code of ours
// does: whoever makes it run a statement of theirs gets no further.
func TestWhatTheServerCannotDo(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	v := w.Username(a, "other", access.Levels{})
	me, other := a.Owner.Username, v.Username
	w.Enrol(v)
	conn := app{t, connect(t, w.URL)}
	month := one[string](t, owner(t, w), `SELECT tableoid::regclass::text FROM events LIMIT 1`)
	refused := []string{
		`UPDATE events SET reason = 'x'`, `DELETE FROM events`, `TRUNCATE events`, `UPDATE seals SET seq = 1`, `DELETE FROM seals`, `TRUNCATE seals`,
		`SELECT * FROM ` + month, `UPDATE ` + month + ` SET reason = 'x'`, `DELETE FROM ` + month, `TRUNCATE ` + month,
		`INSERT INTO seals VALUES (gen_random_uuid(), gen_random_uuid(), 1, 'x', 'x', now())`,
		`SELECT * FROM unsealed`, `DELETE FROM unsealed`, `SELECT * FROM changes`, `DELETE FROM changes`, `SELECT * FROM failed_proofs`, `DELETE FROM failed_proofs`,
		`INSERT INTO credentials (id, password_hash, changed_at) VALUES (gen_random_uuid(), 'x', now())`,
		`UPDATE recovery_codes SET code_hash = 'x'`, `DELETE FROM recovery_codes`, `UPDATE half_sign_ins SET expires_at = now()`, `DELETE FROM authenticators`,
		`SELECT * FROM passkey_challenges`, `UPDATE passkeys SET credential_id = 'x'`, `UPDATE accounts SET second_factor_required = true`,
		`INSERT INTO recovery_codes VALUES ('` + other.String() + `', 'x')`, `INSERT INTO half_sign_ins VALUES ('x', '` + other.String() + `', now(), now())`,
		`INSERT INTO authenticators VALUES ('` + other.String() + `')`,
		`UPDATE usernames SET deleted_at = now()`, `INSERT INTO accounts SELECT * FROM accounts`,
		`UPDATE links SET owner = true`, `UPDATE links SET account_id = gen_random_uuid()`, `UPDATE links SET username_id = gen_random_uuid()`,
		`UPDATE sign_ins SET username_id = gen_random_uuid()`, `UPDATE account_finds SET account_id = gen_random_uuid()`,
		`UPDATE invitations SET levels = '{}'`, `UPDATE invitations SET code_hash = 'x'`, `DELETE FROM invitations`,
		`DELETE FROM notices`, `UPDATE notices SET username = 'x'`, `UPDATE notices SET mailed_at = now()`, `INSERT INTO notices SELECT * FROM notices`,
		fmt.Sprintf(`INSERT INTO invitations (id, account_id, kind, code_hash, maker_id, maker_name, levels, purpose, created_at, expires_at)
			VALUES (gen_random_uuid(), '%s', 'OFFER', 'x', '%s', 'x', '{}', 'x', now(), now())`, a.ID, other),
		`UPDATE client_names SET display_name = 'x'`, `INSERT INTO client_names (id) SELECT id FROM client_names`, `DELETE FROM client_names`, `DELETE FROM appointments`,
		`UPDATE walls SET checksum = 'x'`, `CREATE TABLE x (y int)`, `CREATE FUNCTION x() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
		`ALTER TABLE clients DISABLE ROW LEVEL SECURITY`, `DROP POLICY see ON clients`, `SET ROLE lanyard_owner`,
		`ALTER ROLE lanyard_app SUPERUSER`, `ALTER ROLE lanyard_app BYPASSRLS`, `SET session_replication_role = replica`,
		fmt.Sprintf(`INSERT INTO links (id, account_id, username_id, username_name, owner, origin, consent_id, consent_name, created_at)
			VALUES (gen_random_uuid(), '%s', '%s', 'x', true, 'ADDED', '%s', 'x', now())`, a.ID, b.Owner.Username, me),
		fmt.Sprintf(`INSERT INTO links (id, account_id, username_id, username_name, origin, consent_id, consent_name, created_at)
			VALUES (gen_random_uuid(), '%s', '%s', 'x', 'ADDED', '%s', 'x', now())`, b.ID, me, me),
	}
	for _, query := range refused {
		if rows, got := conn.try(me, a.ID, query); got != denied && !strings.HasPrefix(got, "2BP01") {
			t.Errorf("%s: %d rows, %q", query, rows, got)
		}
	}
	for query, id := range map[string]uuid.UUID{
		`SELECT * FROM credentials WHERE id = $1`: other, `UPDATE credentials SET password_hash = 'x' WHERE id = $1`: other,
		`SELECT * FROM sign_ins WHERE username_id = $1`: other, `SELECT * FROM account_finds WHERE username_id = $1`: other,
		`SELECT * FROM authenticators WHERE username_id = $1`: other, `UPDATE authenticators SET sealed_key = 'x' WHERE username_id = $1`: other,
		`SELECT * FROM recovery_codes WHERE username_id = $1`: other, `SELECT * FROM half_sign_ins WHERE username_id = $1`: other, `SELECT * FROM passkeys WHERE username_id = $1`: other,
		`SELECT * FROM invitations WHERE account_id = $1`: b.ID, `SELECT * FROM notices WHERE account_id = $1`: b.ID,
		`SELECT * FROM links WHERE account_id = $1`: b.ID, `SELECT * FROM usernames WHERE id = $1`: b.Owner.Username,
		`UPDATE privileges SET level = 0 WHERE username_id = $1`: me, `UPDATE links SET ended_at = now() WHERE username_id = $1`: me,
	} {
		if rows, got := conn.try(me, a.ID, query, id); rows != 0 || got != "" {
			t.Errorf("%s: %d rows, %q", query, rows, got)
		}
	}
}

// The owner of the database too only ever adds to the log.
func TestLogIsAppendOnlyForItsOwner(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	w.Account("a")
	conn := owner(t, w)
	_, err := conn.Exec(t.Context(), `INSERT INTO seals SELECT id, account_id, 1, 'x', 'x', now() FROM events LIMIT 1`)
	must(t, err)
	month := one[string](t, conn, `SELECT tableoid::regclass::text FROM events LIMIT 1`)
	for _, query := range []string{
		`UPDATE events SET reason = 'x'`, `DELETE FROM events`, `TRUNCATE events`, `UPDATE seals SET seq = 2`, `DELETE FROM seals`, `TRUNCATE seals`,
		`UPDATE ` + month + ` SET reason = 'x'`, `DELETE FROM ` + month, `TRUNCATE ` + month,
	} {
		if _, err := conn.Exec(t.Context(), query); err == nil || !strings.Contains(err.Error(), "only ever added to") {
			t.Errorf("%s: %v", query, err)
		}
	}
}

// Nobody raises their own rights, whatever statement is run in their name.
func TestNobodyRaisesThemselves(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	steward := w.Username(a, "steward", access.Levels{access.AccountAccess: access.Full})
	other := w.Username(a, "other", access.Everything())
	plain := w.Username(a, "plain", access.Levels{access.Clients: access.View})
	conn, behind := app{t, connect(t, w.URL)}, owner(t, w)
	link := func(v *access.Viewer) uuid.UUID { return v.Link(a.ID).ID }
	privilege := `INSERT INTO privileges (id, account_id, link_id, username_id, section, level, granted_by, granted_by_name, granted_at, route)
		VALUES (gen_random_uuid(), $1, $2, $3, 'CLIENTS', 2, $3, 'x', now(), 'SET')`
	_, err := behind.Exec(t.Context(), `UPDATE links SET ended_at = now(), valid_until = now() WHERE id = $1`, link(plain))
	must(t, err)
	// As after a new section: nobody has a privilege for it yet.
	_, err = behind.Exec(t.Context(), `DELETE FROM privileges WHERE section = 'CLIENTS' AND username_id IN ($1, $2)`, steward.Username, other.Username)
	must(t, err)
	for _, c := range []struct {
		name  string
		by    uuid.UUID
		query string
		args  []any
	}{
		{"own level", steward.Username, `UPDATE privileges SET level = 2 WHERE link_id = $1`, []any{link(steward)}},
		{"own times", steward.Username, `UPDATE privileges SET valid_until = NULL WHERE link_id = $1`, []any{link(steward)}},
		{"a privilege for oneself", steward.Username, privilege, []any{a.ID, link(steward), steward.Username}},
		{"a privilege on one's own link in another's name", steward.Username, privilege, []any{a.ID, link(steward), other.Username}},
		{"another's privilege onto one's own link", steward.Username, `UPDATE privileges SET link_id = $1, section = 'CLIENTS' WHERE link_id = $2 AND section = 'NOTES'`, []any{link(steward), link(other)}},
		{"the end of one's own link", plain.Username, `UPDATE links SET ended_at = NULL, valid_until = NULL WHERE id = $1`, []any{link(plain)}},
		{"the owner's level", steward.Username, `UPDATE links SET ended_at = now() WHERE id = $1`, []any{a.Owner.Link(a.ID).ID}},
	} {
		if rows, got := conn.try(c.by, a.ID, c.query, c.args...); rows != 0 && got == "" {
			t.Errorf("%s: %d rows", c.name, rows)
		}
	}
	// The same statements work where they may: this test can fail.
	if rows, got := conn.try(steward.Username, a.ID, privilege, a.ID, link(other), other.Username); rows != 1 || got != "" {
		t.Errorf("another's privilege: %d rows, %q", rows, got)
	}
}
