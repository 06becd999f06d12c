package activity_test

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/activity"
)

// tampering is a log of two accounts that can be changed behind its back and put back.
type tampering struct {
	*log
	account, other uuid.UUID
}

func newTampering(t *testing.T) *tampering {
	t.Helper()
	l := newLog(t)
	w := &tampering{log: l, account: uuid.New(), other: uuid.New()}
	for range 4 {
		l.store(w.account, 2)
		l.store(w.other, 1)
		l.seal()
	}
	l.mustBeIntact(12)
	l.Owner(`CREATE TABLE kept_events AS SELECT * FROM events; CREATE TABLE kept_seals AS SELECT * FROM seals`)
	return w
}

// behind runs statements as the owner with all triggers off. $n stands for the event with
// number n of the account.
func (w *tampering) behind(statements string) {
	w.t.Helper()
	for _, n := range []string{"1", "2", "3", "4", "5", "6", "7", "8"} {
		statements = strings.ReplaceAll(statements, "$"+n, "(SELECT id FROM kept_seals WHERE account_id = '"+w.account.String()+"' AND seq = "+n+")")
	}
	w.Owner(`SET session_replication_role = replica; ` + statements)
}

func (w *tampering) putBack() {
	w.t.Helper()
	w.behind(`DELETE FROM events; DELETE FROM seals; INSERT INTO events SELECT * FROM kept_events; INSERT INTO seals SELECT * FROM kept_seals`)
}

// mustFind wants this to be what is wrong with the account, and nothing with the other.
func (w *tampering) mustFind(t *testing.T, r *activity.Report, seq int64, fault activity.Fault) {
	t.Helper()
	if r.Intact() {
		t.Fatal("the report says intact")
	}
	for _, a := range r.Accounts {
		if a.Account != w.account {
			if a.Bad != nil {
				t.Errorf("another account: %s", a.Bad)
			}
			continue
		}
		if a.Bad == nil || a.Bad.Seq != seq || a.Bad.Fault != fault {
			t.Errorf("want number %d %s; the report:\n%s", seq, fault, text(t, r))
		}
	}
}

// TestEveryFieldIsSealed changes each column of an event in its turn, and each of its seal
// that the chain rests on.
func TestEveryFieldIsSealed(t *testing.T) {
	t.Parallel()
	w := newTampering(t)
	for column, kind := range w.columns() {
		change := map[string]string{
			"uuid": "gen_random_uuid()", "text": column + " || ' '", "timestamp with time zone": column + " + interval '1 microsecond'",
			"ARRAY": "array_append(" + column + ", NULL)", "bigint": column + " + 1", "jsonb": `'{"zip": ["<1>", 1.50], "a": ["\u2028"], "street": ["changed"]}'`,
		}[kind]
		w.behind(`UPDATE events SET ` + column + ` = ` + change + ` WHERE id = $3`)
		fault := activity.Altered
		if column == "id" {
			fault = activity.Missing
		}
		t.Log(column)
		w.mustFind(t, w.verify(), 3, fault)
		w.putBack()
	}
	for _, change := range []string{"hash = sha256(hash)", "prev_hash = sha256(prev_hash)", "account_id = '" + w.other.String() + "', seq = 99"} {
		w.behind(`UPDATE seals SET ` + change + ` WHERE id = $3`)
		r := w.verify()
		if strings.HasPrefix(change, "account_id") {
			if bad := r.Accounts[slices.IndexFunc(r.Accounts, func(a activity.AccountReport) bool { return a.Account == w.account })].Bad; bad == nil || bad.Seq != 3 {
				t.Errorf("seal of another account: %v", bad)
			}
		} else {
			w.mustFind(t, r, 3, activity.Altered)
		}
		w.putBack()
	}
	w.mustBeIntact(12)
}

func (w *tampering) columns() map[string]string {
	w.t.Helper()
	conn, err := pgx.Connect(context.Background(), w.OwnerURL)
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	rows, _ := conn.Query(context.Background(), `SELECT column_name::text, data_type::text FROM information_schema.columns WHERE table_name = 'events' AND table_schema = 'public'`)
	kinds := map[string]string{}
	var column, kind string
	if _, err := pgx.ForEachRow(rows, []any{&column, &kind}, func() error { kinds[column] = kind; return nil }); err != nil {
		w.t.Fatal(err)
	}
	return kinds
}

func TestTampering(t *testing.T) {
	t.Parallel()
	w := newTampering(t)
	const copied = `INSERT INTO events SELECT gen_random_uuid() AS id, account_id, occurred_at, code, action, outcome, reason, actor_id, actor_name,
		actor_home_id, role, sign_in_id, request_id, ip, user_agent, section, level_held, level_needed, entity_type, entity_ids, client_ids, row_count, changes,
		authorization_id, counterpart_id FROM events WHERE id = $4; `
	mine := `account_id = '` + w.account.String() + `'`
	for name, c := range map[string]struct {
		statements string
		seq        int64
		fault      activity.Fault
	}{
		"event deleted":                    {`DELETE FROM events WHERE id = $4`, 4, activity.Missing},
		"first event deleted":              {`DELETE FROM events WHERE id = $1`, 1, activity.Missing},
		"event and seal deleted":           {`DELETE FROM events WHERE id = $4; DELETE FROM seals WHERE id = $4`, 4, activity.Missing},
		"deleted and numbered anew":        {`DELETE FROM events WHERE id = $4; DELETE FROM seals WHERE id = $4; UPDATE seals SET seq = seq + 1000 WHERE seq > 4 AND ` + mine + `; UPDATE seals SET seq = seq - 1001 WHERE seq > 1000`, 4, activity.Missing},
		"first two deleted and renumbered": {`DELETE FROM seals WHERE id IN ($1, $2); DELETE FROM events WHERE id IN ($1, $2); UPDATE seals SET seq = seq - 2 WHERE ` + mine, 1, activity.Missing},
		"inserted and numbered anew": {`UPDATE seals SET seq = seq + 1000 WHERE seq > 3 AND ` + mine + `; UPDATE seals SET seq = seq - 999 WHERE seq > 1000; ` + copied +
			`INSERT INTO seals SELECT e.id, s.account_id, 4, sha256('x'), sha256('y'), now() FROM events e, seals s WHERE s.id = $3 AND e.account_id = s.account_id AND NOT EXISTS (SELECT FROM seals WHERE id = e.id)`, 4, activity.Inserted},
		"added at the end": {copied + `INSERT INTO seals SELECT e.id, s.account_id, 9, s.hash, sha256('y'), now() FROM events e, seals s WHERE s.id = $8 AND e.account_id = s.account_id AND NOT EXISTS (SELECT FROM seals WHERE id = e.id)`, 9, activity.Altered},
		"a second one with the id": {`INSERT INTO events SELECT e.id, e.account_id, e.occurred_at + interval '1 s', e.code, e.action, e.outcome, e.reason, e.actor_id, e.actor_name,
			e.actor_home_id, e.role, e.sign_in_id, e.request_id, e.ip, e.user_agent, e.section, e.level_held, e.level_needed, e.entity_type, e.entity_ids, e.client_ids, e.row_count, e.changes,
			e.authorization_id, e.counterpart_id FROM events e WHERE id = $4`, 4, activity.Inserted},
		"numbers swapped":         {`UPDATE seals SET seq = 1003 WHERE id = $3; UPDATE seals SET seq = 3 WHERE id = $6; UPDATE seals SET seq = 6 WHERE seq = 1003`, 3, activity.Reordered},
		"seals swapped":           {`UPDATE seals SET id = gen_random_uuid() WHERE id = $3; UPDATE seals SET id = $3 WHERE id = $4; UPDATE seals SET id = $4 WHERE seq = 3 AND ` + mine, 3, activity.Reordered},
		"moved to the next field": {`UPDATE events SET level_held = level_held || left(level_needed, 1), level_needed = substr(level_needed, 2) WHERE id = $4`, 4, activity.Altered},
		"tail cut off":            {`DELETE FROM events WHERE id IN ($7, $8); DELETE FROM seals WHERE id IN ($7, $8)`, 7, activity.CutOff},
		"all cut off":             {`DELETE FROM events WHERE ` + mine + `; DELETE FROM seals WHERE ` + mine, 1, activity.CutOff},
	} {
		w.behind(c.statements)
		t.Log(name)
		r := w.verify()
		w.mustFind(t, r, c.seq, c.fault)
		w.putBack()
	}
	w.mustBeIntact(12)
}

// TestTailReplaced cuts the tail off, and lets the chain grow again beyond its old end.
func TestTailReplaced(t *testing.T) {
	t.Parallel()
	w := newTampering(t)
	w.behind(`DELETE FROM events WHERE id IN ($7, $8); DELETE FROM seals WHERE id IN ($7, $8)`)
	w.store(w.account, 4)
	w.seal()
	w.mustFind(t, w.verify(), 8, activity.Replaced)
}

// TestReviewedLogStands holds the log against the seals that reviews keep, without any checkpoint.
func TestReviewedLogStands(t *testing.T) {
	t.Parallel()
	w := newTampering(t)
	w.behind(`INSERT INTO reviews (id, account_id, first_day, last_day, time_zone, reviewer_id, reviewer, events, refused, failed, sealed_seq, sealed_hash, created_at)
		SELECT gen_random_uuid(), account_id, '2026-01-01', '2026-01-31', 'UTC', gen_random_uuid(), 'anna', 1, 0, 0, seq, hash, now() FROM seals WHERE id = $7`)
	verify := func() *activity.Report {
		t.Helper()
		known, err := activity.ReadCheckpoints(w.checkpoints+" of nobody", w.keys)
		if err != nil {
			t.Fatal(err)
		}
		if err := known.AddReviews(t.Context(), w.OwnerURL); err != nil {
			t.Fatal(err)
		}
		r, err := activity.Verify(t.Context(), activity.FromDatabase(t.Context(), w.OwnerURL), w.keys, known)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := verify(); !r.Intact() {
		t.Errorf("untouched:\n%s", text(t, r))
	}
	w.behind(`DELETE FROM events WHERE id IN ($7, $8); DELETE FROM seals WHERE id IN ($7, $8)`)
	w.mustFind(t, verify(), 7, activity.CutOff)
	w.store(w.account, 4)
	w.seal()
	r := verify()
	w.mustFind(t, r, 7, activity.Replaced)
	if said := text(t, r); !strings.Contains(said, "the review of ") {
		t.Errorf("it says:\n%s", said)
	}
}

func TestUnsealed(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	account := uuid.New()
	l.store(account, 2)
	for _, age := range []time.Duration{time.Hour, -time.Hour} {
		e := event(account)
		e.OccurredAt = time.Now().Add(-age)
		if err := l.Log.Store(l.As(nil), e); err != nil {
			t.Fatal(err)
		}
	}
	r := l.verify()
	if a := r.Accounts[0]; r.Intact() || a.Waiting != 2 || a.Late != 2 || len(a.Unsealed) != 2 || a.Bad != nil {
		t.Errorf("%+v", a)
	}
	if !strings.Contains(text(t, r), "without a seal: unsealed") {
		t.Errorf("the report does not list them:\n%s", text(t, r))
	}
}

func TestOtherKeys(t *testing.T) {
	t.Parallel()
	w := newTampering(t)
	keys, err := activity.LoadKeys(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	r, err := activity.Verify(context.Background(), activity.FromDatabase(context.Background(), w.OwnerURL), keys, nil)
	if err != nil || r.Intact() || !strings.Contains(text(t, r), "not the keys") {
		t.Errorf("%v %+v", err, r)
	}
}

// TestHiddenRows verifies with a role that row-level security binds.
func TestHiddenRows(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	if r, err := activity.Verify(context.Background(), activity.FromDatabase(context.Background(), l.URL), l.keys, nil); err == nil {
		t.Errorf("hidden rows were passed over:\n%s", text(t, r))
	}
}

func TestExport(t *testing.T) {
	t.Parallel()
	w := newTampering(t)
	w.store(w.other, 1)
	var out bytes.Buffer
	if err := activity.ExportLog(context.Background(), w.OwnerURL, &out); err != nil {
		t.Fatal(err)
	}
	verify := func(export string) (*activity.Report, error) {
		source, err := activity.FromExport(strings.NewReader(export))
		if err != nil {
			return nil, err
		}
		known, err := activity.ReadCheckpoints(w.checkpoints, w.keys)
		if err != nil {
			return nil, err
		}
		return activity.Verify(context.Background(), source, w.keys, known)
	}
	whole := out.String()
	r, err := verify(whole)
	if err != nil || !r.Intact() || len(r.Accounts) != 2 {
		t.Fatalf("%v %+v", err, r)
	}
	lines := strings.SplitAfter(strings.TrimSuffix(whole, "\n"), "\n")
	for i, line := range lines[1 : len(lines)-1] {
		changed := slices.Clone(lines)
		changed[i+1] = strings.Replace(line, `"client.opened"`, `"client.opener"`, 1)
		if r, err := verify(strings.Join(changed, "")); err != nil || r.Intact() != !strings.Contains(line, `"seal"`) {
			t.Errorf("line %d changed: %v", i+2, err)
		}
		if r, err := verify(strings.Join(slices.Delete(slices.Clone(lines), i+1, i+2), "")); err == nil && r.Intact() {
			t.Errorf("line %d removed: not seen", i+2)
		}
	}
	for name, export := range map[string]string{
		"cut off": strings.Join(lines[:len(lines)-1], ""), "cut within": whole[:len(whole)/2],
		"empty": "", "foreign": `{"a":1}`, "more after": whole + "{}",
	} {
		if _, err := verify(export); err == nil {
			t.Errorf("%s: no error", name)
		} else {
			t.Log(err)
		}
	}
}

func TestCheckpoints(t *testing.T) {
	t.Parallel()
	w := newTampering(t)
	whole, err := os.ReadFile(w.checkpoints)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(whole), "\n")
	lines = lines[:len(lines)-1]
	if len(lines) < 4 {
		t.Fatalf("%d lines", len(lines))
	}
	files := map[string]string{
		"line removed":   strings.Join(slices.Delete(slices.Clone(lines), 1, 2), ""),
		"first removed":  strings.Join(lines[1:], ""),
		"lines swapped":  lines[1] + lines[0] + strings.Join(lines[2:], ""),
		"line doubled":   lines[0] + strings.Join(lines, ""),
		"number changed": strings.Replace(string(whole), `"seq":2`, `"seq":1`, 1),
		"last changed":   strings.Join(lines[:len(lines)-1], "") + strings.Replace(lines[len(lines)-1], `"seq":4`, `"seq":9`, 1),
		"no JSON":        lines[0] + "x\n" + strings.Join(lines[1:], ""),
	}
	for name, content := range files {
		w.replaceCheckpoints(content)
		if r := w.verify(); r.Intact() || len(r.Problems) == 0 {
			t.Errorf("%s: not seen", name)
		} else {
			t.Log(name, r.Problems)
		}
	}
	w.replaceCheckpoints(string(whole) + lines[0][:40])
	if r := w.verify(); !r.Intact() || r.Checkpoints != len(lines) {
		t.Errorf("torn line: %s", text(t, r))
	}
	w.store(w.account, 1)
	w.seal()
	if r := w.mustBeIntact(13); r.Checkpoints != len(lines)+1 {
		t.Errorf("after a torn line: %d checkpoints", r.Checkpoints)
	}
	if err := os.Remove(w.checkpoints); err != nil {
		t.Fatal(err)
	}
	if said := text(t, w.verify()); !strings.Contains(said, "no checkpoints") {
		t.Errorf("without checkpoints:\n%s", said)
	}
}

func (l *log) replaceCheckpoints(content string) {
	l.t.Helper()
	if err := os.WriteFile(l.checkpoints, []byte(content), 0o600); err != nil {
		l.t.Fatal(err)
	}
}

// TestCheckpointsUntil compares an earlier state of the log with what was known then.
func TestCheckpointsUntil(t *testing.T) {
	t.Parallel()
	l := newLog(t)
	account := uuid.New()
	l.store(account, 1)
	l.seal()
	var before bytes.Buffer
	if err := activity.ExportLog(context.Background(), l.OwnerURL, &before); err != nil {
		t.Fatal(err)
	}
	exported := time.Now()
	l.store(account, 1)
	l.seal()
	known, err := activity.ReadCheckpoints(l.checkpoints, l.keys)
	if err != nil {
		t.Fatal(err)
	}
	for want, c := range map[bool]*activity.Checkpoints{true: known.Until(exported), false: known} {
		source, err := activity.FromExport(bytes.NewReader(before.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if r, err := activity.Verify(context.Background(), source, l.keys, c); err != nil || r.Intact() != want {
			t.Errorf("%v %s", err, text(t, r))
		}
	}
}
