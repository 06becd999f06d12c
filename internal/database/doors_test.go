package database_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/dbtest"
)

// ofServer are the doors that the server alone goes through: for all accounts, and for who is not known yet.
var ofServer = []string{
	"add_token_uses", "app_client", "app_secret", "chain_ends", "claim_log_key", "due_refusals", "expire_invitation", "forget_failed_proofs", "log_key_may_be", "mail_failed", "mail_sent", "no_account",
	"note_refusal", "prepare_months", "reserve_proof", "run_emergency_out", "run_out_emergencies", "run_out_invitations", "run_out_sign_ins", "seal_events", "take_back_proof", "take_mails", "tell_of_guesses", "tell_refusals", "token_of", "unsealed_events",
	"username_named",
	"take_webhook", "webhook_told", "webhook_failed", "webhook_replayed",
}

// ofAnybody ask for no identity: what they tell is told before somebody is known, or is no secret. A
// challenge of a passkey is bound to its token, and found_account makes what is not there yet.
var ofAnybody = []string{"account_exists", "found_account", "idle_limit", "leave_challenge", "owner_link", "take_challenge"}

// door is a function that reaches past the walls.
type door struct {
	Name, Call string
	AsksWho    bool
}

func doors(t *testing.T, conn *pgx.Conn) []door {
	t.Helper()
	rows, err := conn.Query(t.Context(), `SELECT proname::text, format('SELECT %s(%s)', proname, array_to_string(array_fill('NULL'::text, ARRAY[pronargs::int]), ', ')),
			prosrc ~ '\m(me|acting|acting_token|token_levels|view_through|seen_link|seen_privileges|here|granted|answers_for|sign_ins_here|names_granted|owned_by_me|server_alone)\('
		FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef AND has_function_privilege('lanyard_app', oid, 'EXECUTE') ORDER BY 1`)
	must(t, err)
	found, err := pgx.CollectRows(rows, pgx.RowToStructByPos[door])
	must(t, err)
	return found
}

// A door asks who goes through it, and those of the server let no username through.
func TestDoorsAskWhoGoesThrough(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	conn, all := app{t, connect(t, w.URL)}, doors(t, owner(t, w))
	shut := 0
	for _, d := range all {
		if slices.Contains(ofServer, d.Name) {
			shut++
			if _, got := conn.try(a.Owner.Username, a.ID, d.Call); got != denied {
				t.Errorf("%s: %q", d.Call, got)
			}
		}
		if !d.AsksWho && !slices.Contains(ofAnybody, d.Name) {
			t.Errorf("%s asks nobody who they are", d.Name)
		}
	}
	if shut != len(ofServer) {
		t.Errorf("%d doors of the server are there, and not %d", shut, len(ofServer))
	}
}

// A username is added by its home account, once, by whoever asks; and what has ended stays ended. Otherwise
// whoever runs an account would answer for the password of another's.
func TestWhoseUsernameIsAdded(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	guest, gone, me := w.Username(b, "guest", access.Everything()), w.Username(a, "gone", access.Everything()), a.Owner.Username
	behind, conn := owner(t, w), app{t, connect(t, w.URL)}
	_, err := behind.Exec(t.Context(), `UPDATE links SET ended_at = now() WHERE username_id = $1`, gone.Username)
	must(t, err)
	made := one[uuid.UUID](t, behind, `INSERT INTO usernames (id, name, name_key, home_account_id, created_at) VALUES (gen_random_uuid(), 'new', 'new', $1, now()) RETURNING id`, a.ID)
	const add = `INSERT INTO links (id, account_id, username_id, username_name, origin, consent_id, consent_name, created_at) VALUES (gen_random_uuid(), $1, $2, 'x', $3, $4, 'x', now())`
	for name, c := range map[string]struct {
		username uuid.UUID
		origin   string
		consent  uuid.UUID
		want     string
	}{
		"one's own":          {made, "ADDED", me, ""},
		"of another account": {guest.Username, "ADDED", me, denied},
		"linked before":      {gone.Username, "ADDED", me, denied},
		"as if signed up":    {made, "SIGN_UP", me, denied},
		"by another's word":  {guest.Username, "JOINED", b.Owner.Username, denied},
		"that joins":         {guest.Username, "JOINED", me, ""},
	} {
		if _, got := conn.try(me, a.ID, add, a.ID, c.username, c.origin, c.consent); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
	if rows, got := conn.try(me, a.ID, `UPDATE links SET ended_at = NULL WHERE username_id = $1`, gone.Username); rows != 0 || got != "" {
		t.Errorf("an end is taken back: %d rows, %q", rows, got)
	}
}

// Notices tell of what the very transaction has done, and of nothing else.
func TestNothingIsToldThatWasNotDone(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	june := w.Join(w.Username(a, "june", access.Everything()), b, access.Everything())
	behind := owner(t, w)
	letIn := one[uuid.UUID](t, behind, `INSERT INTO apps (id, account_id, name, purpose, website, redirect_uris)
		VALUES (gen_random_uuid(), $1, 'x', 'x', 'https://x.example', '{https://x.example}') RETURNING id`, a.ID)
	_, err := behind.Exec(t.Context(), `INSERT INTO app_admissions (app_id, account_id, levels, known_as, admitted_by) VALUES ($1, $2, '{}', 'x', 'x')`, letIn, b.ID)
	must(t, err)
	w.Enrol(june)
	_, err = behind.Exec(t.Context(), `UPDATE notices SET read_at = now(), read_by = 'a-owner'`)
	must(t, err)
	before := one[int](t, behind, `SELECT count(*) FROM notices`)
	for name, c := range map[string]struct {
		by   *access.Viewer
		in   *dbtest.Account
		do   string
		told int
	}{
		"a link of long ago":    {b.Owner, b, `SELECT tell_of_link('` + june.Link(b.ID).ID.String() + `')`, 0},
		"one's own":             {june, b, `SELECT tell_of_link('` + june.Link(b.ID).ID.String() + `')`, 0},
		"an end that is none":   {a.Owner, a, fmt.Sprintf(`SELECT tell_of_end('%s', false), tell_of_end('%[1]s', true)`, june.Username), 0},
		"an end":                {a.Owner, a, fmt.Sprintf(`UPDATE links SET ended_at = now() WHERE id = '%s'; SELECT tell_of_end('%s', true)`, june.Link(a.ID).ID, june.Username), 1},
		"an end, by a guest":    {b.Owner, b, fmt.Sprintf(`UPDATE links SET ended_at = now() WHERE id = '%s'; SELECT tell_of_end('%s', true)`, june.Link(b.ID).ID, june.Username), 0},
		"another account's end": {b.Owner, b, fmt.Sprintf(`SELECT tell_of_end('%s', false)`, june.Username), 0},
		"an app as it was":      {a.Owner, a, fmt.Sprintf(`SELECT tell_others_of_app('%s')`, letIn), 0},
		"an app that changed":   {a.Owner, a, fmt.Sprintf(`UPDATE apps SET name = 'y' WHERE id = '%s'; SELECT tell_others_of_app('%[1]s')`, letIn), 1},
		"an app of another":     {b.Owner, b, fmt.Sprintf(`SELECT tell_others_of_app('%s')`, letIn), 0},
		"no new password":       {june, a, `SELECT tell_home('PASSWORD_CHANGED')`, 0},
		"a new password":        {june, a, `UPDATE credentials SET change_required = NULL WHERE id = me(); SELECT tell_home('PASSWORD_CHANGED')`, 1},
		"no new factor":         {june, a, `UPDATE credentials SET change_required = NULL WHERE id = me(); SELECT tell_home('FACTOR_CHANGED')`, 0},
		"a new app for codes":   {june, a, `UPDATE authenticators SET last_step = 0 WHERE username_id = me(); SELECT tell_home('FACTOR_CHANGED')`, 1},
		"new recovery codes":    {june, a, `UPDATE recovery_codes SET spent_at = now() WHERE username_id = me(); SELECT tell_home('FACTOR_CHANGED')`, 1},
		"anything else of hers": {june, a, `UPDATE authenticators SET last_step = 0 WHERE username_id = me(); SELECT tell_home('LINKED')`, 0},
	} {
		if told := toldBy(t, w, c.by.Username, c.in.ID, c.do) - before; told != c.told {
			t.Errorf("%s is told %d times", name, told)
		}
	}
	conn := app{t, connect(t, w.URL)}
	for _, inner := range []string{`SELECT tell(NULL, NULL, NULL, NULL)`, `SELECT tell_others(NULL, NULL)`} {
		if _, got := conn.try(b.Owner.Username, b.ID, inner); got != denied {
			t.Errorf("%s: %q", inner, got)
		}
	}
}

// toldBy counts all notices after statements in the name of a username, and takes those back.
func toldBy(t *testing.T, w *dbtest.World, username, account uuid.UUID, statements string) int {
	t.Helper()
	conn := connect(t, w.OwnerURL)
	tx, err := conn.Begin(context.Background())
	must(t, err)
	defer func() { _ = tx.Rollback(context.Background()) }()
	for _, s := range append([]string{`SET LOCAL ROLE lanyard_app`, fmt.Sprintf(`SELECT set_config('lanyard.username', '%s', true), set_config('lanyard.account', '%s', true)`, username, account)},
		append(strings.Split(statements, "; "), `RESET ROLE`)...) {
		_, err := tx.Exec(t.Context(), s)
		must(t, err)
	}
	var told int
	must(t, tx.QueryRow(t.Context(), `SELECT count(*) FROM notices`).Scan(&told))
	return told
}
