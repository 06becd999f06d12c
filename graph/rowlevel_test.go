package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"lanyard/internal/access"
)

// sectionOf says which section's privileges govern a table. That no table is missing is
// tested in internal/database.
var sectionOf = map[string]access.Section{
	"clients": access.Clients, "appointments": access.Calendar, "client_sessions": access.ClientSessions, "insurance_policies": access.Insurance, "authorizations": access.Insurance, "invoices": access.Invoices, "events": access.ActivityLog, "billing_codes": access.CodesSetup,
	"diagnosis_codes": access.CodesSetup, "payers": access.CodesSetup,
	"locations": access.CodesSetup, "modifiers": access.CodesSetup, "referring_providers": access.CodesSetup, "service_codes": access.CodesSetup,
	"payment_types": access.CodesSetup, "note_templates": access.CodesSetup, "invoice_messages": access.CodesSetup,
	"session_notes": access.Notes,
	"copy_jobs":     access.CodesSetup, "copied_entries": access.CodesSetup,
}

// readBy are the sections that choose from a master file, and read it too.
var readBy = map[string][]access.Section{
	"billing_codes": {access.Calendar, access.ClientSessions, access.Invoices}, "service_codes": {access.Calendar},
	"diagnosis_codes": {access.ClientSessions, access.Invoices}, "modifiers": {access.ClientSessions},
	"locations": {access.Calendar, access.ClientSessions, access.Invoices}, "payers": {access.Insurance, access.Invoices, access.Payments},
	"referring_providers": {access.Insurance, access.Invoices}, "payment_types": {access.Payments},
	"note_templates": {access.Notes}, "invoice_messages": {access.Invoices},
}

// naming are the sections that show clients, of whom each reads the names.
var naming = []access.Section{
	access.Clients, access.Calendar, access.Insurance, access.ClientSessions, access.Notes, access.PsychotherapyNotes, access.Invoices, access.Payments,
}

// reads tells whether row-level security shows the rows of a table.
func (p *planted) reads(table string, username, account int) bool {
	return p.mayAny(username, account, append(readBy[table], sectionOf[table])...)
}

func (p *planted) mayAny(username, account int, sections ...access.Section) bool {
	return slices.ContainsFunc(sections, func(s access.Section) bool { return p.may(username, account, int(s), 1) })
}

// as begins a transaction on the server's own role, in the name of a username in an account.
func (u *universe) as(username, account uuid.UUID, by access.Factor) pgx.Tx {
	u.t.Helper()
	tx, err := u.app.Begin(context.Background())
	if err != nil {
		u.t.Fatal(err)
	}
	_, err = tx.Exec(context.Background(), `SELECT set_config('lanyard.username', $1, true), set_config('lanyard.account', $2, true), set_config('lanyard.factor', $3, true)`,
		username.String(), account.String(), string(by))
	if err != nil {
		u.t.Fatal(err)
	}
	return tx
}

// seen compares what row-level security shows of each table, of all accounts together.
func (u *universe) seen(p *planted, username, account int) (wrong []string) {
	me, here := p.usernames[username], p.accounts[account]
	tx := u.as(me, here, p.proofs[username].by)
	defer func() { _ = tx.Rollback(context.Background()) }()
	compare := func(table, query string, want []string) {
		rows, err := tx.Query(context.Background(), query)
		if err != nil {
			u.t.Fatal(err)
		}
		got, err := pgx.CollectRows(rows, pgx.RowTo[string])
		if err != nil {
			u.t.Fatal(err)
		}
		slices.Sort(want)
		if slices.Sort(got); !slices.Equal(got, slices.Compact(want)) {
			wrong = append(wrong, fmt.Sprintf("rows: username %d in account %d sees of %s %v, should see %v", username, account, table, got, want))
		}
	}
	for table := range sectionOf {
		var want []string
		if p.reads(table, username, account) {
			want = []string{here.String()}
		}
		compare(table, `SELECT DISTINCT account_id::text FROM `+table, want)
	}
	var named []string
	if p.mayAny(username, account, naming...) {
		named = []string{here.String()}
	}
	compare("client_names", `SELECT DISTINCT account_id::text FROM client_names`, named)
	compare("accounts", `SELECT id::text FROM accounts`, p.entered(username))
	links, usernames := p.staffSeen(username, account)
	compare("links", `SELECT id::text FROM links`, links)
	compare("privileges", `SELECT DISTINCT link_id::text FROM privileges`, links)
	compare("emergencies", `SELECT id::text FROM emergencies`, p.emergenciesSeen(username, account))
	compare("usernames", `SELECT id::text FROM usernames`, usernames)
	compare("credentials", `SELECT id::text FROM credentials`, []string{me.String()})
	return wrong
}

func (p *planted) entered(username int) (ids []string) {
	for a := range p.plainWorld.accounts {
		if p.enters(username, a) {
			ids = append(ids, p.accounts[a].String())
		}
	}
	return ids
}

// staffSeen are the links and usernames that a username sees: its own, and those of the
// account whose Account Access it may view.
func (p *planted) staffSeen(username, account int) (links, usernames []string) {
	views := p.may(username, account, int(access.AccountAccess), 1)
	usernames = []string{p.usernames[username].String()}
	for i, l := range p.plainWorld.links {
		if l.username == username || views && l.account == account {
			links = append(links, p.links[i].String())
		}
		if views && l.account == account {
			usernames = append(usernames, p.usernames[l.username].String())
		}
	}
	if account == 0 && p.may(username, account, int(access.AccountAccess), 2) {
		for _, id := range p.usernames { // the account 0 is everybody's home
			usernames = append(usernames, id.String())
		}
	}
	return links, usernames
}

// emergenciesSeen are those of the account for Account Access, and the username's own that runs there.
func (p *planted) emergenciesSeen(username, account int) (ids []string) {
	views := p.may(username, account, int(access.AccountAccess), 1)
	for i, l := range p.plainWorld.links {
		own := l.username == username && !l.ended && p.enters(username, account) && l.emergency.runs()
		if len(l.emergency.levels) > 0 && l.account == account && (views || own) {
			ids = append(ids, p.emergencies[i].String())
		}
	}
	return ids
}

// written compares what row-level security lets be written, without writing anything.
func (u *universe) written(p *planted, username, account int) (wrong []string) {
	me, here := p.usernames[username], p.accounts[account]
	writer := one[string](u.g, `SELECT name FROM usernames WHERE id = $1`, me)
	tx := u.as(me, here, p.proofs[username].by)
	defer func() { _ = tx.Rollback(context.Background()) }()
	expect := func(what string, want int64, query string, args ...any) {
		got, refused := try(tx, query, args...)
		if got != want || refused != (want < 0) {
			wrong = append(wrong, fmt.Sprintf("writes: username %d in account %d: %s: %d rows, should be %d (-1: refused)", username, account, what, got, want))
		}
	}
	for table, section := range sectionOf {
		if section == access.ActivityLog {
			continue
		}
		rows, inserted := int64(0), int64(-1)
		if p.may(username, account, int(section), 2) {
			rows, inserted = one[int64](u.g, `SELECT count(*) FROM `+table+` WHERE account_id = $1`, here), 1
		}
		expect("UPDATE "+table, rows, `UPDATE `+table+` SET account_id = account_id`)
		expect("INSERT INTO "+table, inserted, u.insertion(table), u.copyOf(table, here, here, writer))
		other := p.accounts[(account+1)%len(p.accounts)]
		if other == here {
			continue
		}
		expect("INSERT INTO "+table+" of another account", -1, u.insertion(table), u.copyOf(table, here, other, writer))
		moved := int64(0)
		if rows > 0 {
			moved = -1
		}
		expect("UPDATE "+table+" into another account", moved, `UPDATE `+table+` SET account_id = $1`, other)
	}
	privileges, raised, links := p.staffWritten(username, account)
	expect("UPDATE privileges", privileges, `UPDATE privileges SET level = 2 WHERE section <> 'PSYCHOTHERAPY_NOTES'`)
	notes := int64(0) // nobody in these worlds owns an account
	if raised > 0 {
		notes = -1
	}
	expect("UPDATE privileges to give psychotherapy notes", notes,
		`UPDATE privileges SET level = 2 WHERE section = 'PSYCHOTHERAPY_NOTES' AND level < 2 AND username_id <> $1`, me)
	expect("UPDATE links", links, `UPDATE links SET version = version WHERE username_id <> $1`, me)
	return wrong
}

// staffWritten are the numbers of others' privileges and links that a username may change,
// and of their privileges for psychotherapy notes that only the owner could raise.
func (p *planted) staffWritten(username, account int) (privileges, raised, links int64) {
	if !p.may(username, account, int(access.AccountAccess), 2) {
		return 0, 0, 0
	}
	for _, l := range p.plainWorld.links {
		if l.account == account && l.username != username {
			if !l.ended { // an end is never taken back
				links++
			}
			for _, held := range l.privileges {
				switch {
				case held.section != int(access.PsychotherapyNotes):
					privileges++
				case held.level < 2:
					raised++
				}
			}
		}
	}
	return privileges, raised, links
}

func (u *universe) insertion(table string) string {
	var names []string
	for _, c := range u.g.columnsOf(table) {
		names = append(names, c.Name)
	}
	return fmt.Sprintf(`INSERT INTO %[1]s (%[2]s) SELECT %[2]s FROM jsonb_populate_record(NULL::%[1]s, $1)`, table, strings.Join(names, ", "))
}

// copyOf is a row of one account, made fit to be a new one of another, written by that username.
func (u *universe) copyOf(table string, from, to uuid.UUID, writer string) map[string]any {
	u.t.Helper()
	row := one[map[string]any](u.g, `SELECT to_jsonb(t) FROM `+table+` t WHERE account_id = $1 LIMIT 1`, from)
	row["id"], row["account_id"] = uuid.NewString(), to.String()
	if _, keyed := row["natural_key"]; keyed {
		row["natural_key"] = uuid.NewString()
	}
	if _, numbered := row["number"]; numbered {
		row["number"] = 1
	}
	for _, column := range []string{"generated_by", "recorded_by", "posted_by", "struck_by"} {
		if _, signed := row[column]; signed {
			row[column] = writer
		}
	}
	return row
}

// try runs a statement and takes it back. It gives the number of rows; -1: row-level security
// has refused it.
func try(tx pgx.Tx, query string, args ...any) (rows int64, refused bool) {
	ctx := context.Background()
	save, err := tx.Begin(ctx)
	if err != nil {
		return -2, false
	}
	defer func() { _ = save.Rollback(ctx) }()
	tag, err := save.Exec(ctx, query, args...)
	var said *pgconn.PgError
	walls := []string{"row-level security", "only the owner gives psychotherapy notes"}
	if errors.As(err, &said) && said.Code == "42501" && slices.ContainsFunc(walls, func(w string) bool { return strings.Contains(said.Message, w) }) {
		return -1, true
	}
	if err != nil {
		return -3, false
	}
	return tag.RowsAffected(), false
}
