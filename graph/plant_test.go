package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/dbtest"
)

// marker is in every text that is planted: none of it may stand in an answer that is refused.
const marker = "zq"

// garden plants rows as the owner of the database, round the walls and without hashing
// passwords: tests need many.
type garden struct {
	t       *testing.T
	conn    *pgx.Conn
	n       int
	columns map[string][]tableColumn
}

type tableColumn struct{ Name, Type string }

func newGarden(t *testing.T, w *dbtest.World) *garden {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), w.OwnerURL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return &garden{t: t, conn: conn, columns: map[string][]tableColumn{}}
}

func (g *garden) exec(query string, args ...any) {
	g.t.Helper()
	if _, err := g.conn.Exec(g.t.Context(), query, args...); err != nil {
		g.t.Fatalf("%s: %v", query, err)
	}
}

func one[T any](g *garden, query string, args ...any) (v T) {
	g.t.Helper()
	if err := g.conn.QueryRow(g.t.Context(), query, args...).Scan(&v); err != nil {
		g.t.Fatalf("%s: %v", query, err)
	}
	return v
}

func all[T any](g *garden, query string, args ...any) []T {
	g.t.Helper()
	rows, err := g.conn.Query(g.t.Context(), query, args...)
	if err != nil {
		g.t.Fatalf("%s: %v", query, err)
	}
	values, err := pgx.CollectRows(rows, pgx.RowTo[T])
	if err != nil {
		g.t.Fatalf("%s: %v", query, err)
	}
	return values
}

// values are what columns hold; those that are not said get something of their type.
type values map[string]any

// enums are the columns whose texts the API reads as enums.
var enums = map[string]string{
	"clients.sex": "FEMALE", "clients.status": "ACTIVE", "clients.invoice_option": "CLIENT",
	"appointments.status": "CANCELLED", "billing_codes.bill_to": "CLIENT_ONLY", "payers.kind": "ELECTRONIC", "payers.claim_form": "CMS1500_PLAIN",
	"accounts.time_zone": "UTC", "practices.tax_id_kind": "EIN", "client_sessions.status": "OPEN", "client_sessions.bill_to": "CLIENT",
	"insurance_policies.rank": "PRIMARY", "insurance_policies.relationship": "SPOUSE",
	"service_codes.colour": "PINK", "payment_types.sign": "RAISES", "note_templates.note_type": "INTAKE",
	"session_notes.note_type": "DISCHARGE", "session_notes.status": "DRAFT",
	"invoices.kind": "INVOICE", "invoices.status": "GENERATED",
	"api_tokens.kind": "API", "invitations.kind": "OFFER", "invitations.state": "ACCEPTED", "notices.kind": "LINKED", "privileges.source": "GIVEN",
	"links.origin": "ADDED", "privileges.route": "SET", "events.action": "U", "events.outcome": "OK", "events.role": "MEMBER",
	"events.section": "CLIENTS", "events.level_held": "VIEW", "events.level_needed": "FULL",
	"events.entity_type": "Payer", "privileges.section": "CLIENTS",
}

// row plants a row with every column filled, so that a new column is covered by itself.
func (g *garden) row(table string, said values) uuid.UUID {
	g.t.Helper()
	return g.rows(table, said)[0]
}

// rows plants several as row does, in one round trip.
func (g *garden) rows(table string, said ...values) []uuid.UUID {
	g.t.Helper()
	var names, marks []string
	var args []any
	for _, row := range said {
		row = g.complete(table, row)
		names = slices.Sorted(maps.Keys(row)) // in another order PostgreSQL would plan it anew
		var of []string
		for _, name := range names {
			args = append(args, row[name])
			of = append(of, fmt.Sprintf("$%d", len(args)))
		}
		marks = append(marks, "("+strings.Join(of, ", ")+")")
	}
	return all[uuid.UUID](g, fmt.Sprintf("INSERT INTO %s (%s) VALUES %s RETURNING id", table, strings.Join(names, ", "), strings.Join(marks, ", ")), args...)
}

// appointment plants an appointment, and the client and the codes that it is for.
func (g *garden) appointment(said values) uuid.UUID {
	g.t.Helper()
	full := values{"client_id": g.row("clients", values{"account_id": said["account_id"]})}
	full["service_id"] = g.row("service_codes", values{"account_id": said["account_id"], "billing_code": nil})
	g.n++
	full["service_code"] = fmt.Sprintf("%s (%d)", marker, g.n) // no code is the beginning of another
	g.row("billing_codes", values{"account_id": said["account_id"], "natural_key": full["service_code"]})
	maps.Copy(full, said)
	return g.row("appointments", full)
}

// session plants a client session, and what it is of.
func (g *garden) session(said values) uuid.UUID {
	g.t.Helper()
	full := values{"diagnosis_codes": []string{marker + " F41.1"}, "modifiers": []string{marker + " 95"}, "paid_at_session": 100, "authorization_id": nil}
	if said["location_id"] == nil {
		full["location_id"] = g.row("locations", values{"account_id": said["account_id"]})
	}
	if said["client_id"] == nil {
		full["appointment_id"] = g.appointment(values{"account_id": said["account_id"]})
		full["client_id"] = one[uuid.UUID](g, `SELECT client_id FROM appointments WHERE id = $1`, full["appointment_id"])
		full["billing_code"] = one[string](g, `SELECT service_code FROM appointments WHERE id = $1`, full["appointment_id"])
	}
	maps.Copy(full, said)
	return g.row("client_sessions", full)
}

// policy plants an insurance policy, and what it is of.
func (g *garden) policy(said values) uuid.UUID {
	g.t.Helper()
	g.n++
	full := values{"payer": fmt.Sprintf("%s payer %d", marker, g.n), "referring_provider": fmt.Sprintf("%s doctor %d", marker, g.n)}
	g.row("payers", values{"account_id": said["account_id"], "natural_key": full["payer"]})
	g.row("referring_providers", values{"account_id": said["account_id"], "natural_key": full["referring_provider"]})
	if said["client_id"] == nil {
		full["client_id"] = g.row("clients", values{"account_id": said["account_id"]})
	}
	maps.Copy(full, said)
	return g.row("insurance_policies", full)
}

// authorization plants an authorization, and what it is of.
func (g *garden) authorization(said values) uuid.UUID {
	g.t.Helper()
	full := values{"sessions_used": 1, "sessions_allowed": 3, "from_date": "2020-01-31", "until_date": "2099-01-31"}
	if said["client_id"] == nil {
		full["policy_id"] = g.policy(values{"account_id": said["account_id"]})
		full["client_id"] = one[uuid.UUID](g, `SELECT client_id FROM insurance_policies WHERE id = $1`, full["policy_id"])
	}
	maps.Copy(full, said)
	return g.row("authorizations", full)
}

// note plants a note of a client of the account, if none is said of one anew.
func (g *garden) note(said values) uuid.UUID {
	g.t.Helper()
	full := values{"session_id": nil}
	maps.Copy(full, said)
	if full["client_id"] == nil {
		full["client_id"] = g.row("clients", values{"account_id": said["account_id"]})
	}
	return g.row("session_notes", full)
}

// signNote makes a draft a signed note with an addendum.
func (g *garden) signNote(id uuid.UUID) {
	g.t.Helper()
	g.exec(`UPDATE session_notes SET status = 'SIGNED' WHERE id = $1`, id)
	g.row("note_addenda", values{"note_id": id, "account_id": one[uuid.UUID](g, `SELECT account_id FROM session_notes WHERE id = $1`, id)})
}

// printed is what an invoice prints besides its lines.
var printed = map[string]any{
	"from": []string{marker + " from"}, "to": []string{marker + " to"}, "footer": marker + " footer", "taxId": marker + " taxId",
	"boxes": []any{map[string]any{"number": marker + " 1a", "title": marker + " title", "value": marker + " member"}},
}

// invoice plants an invoice with a line, and what it is of.
func (g *garden) invoice(said values) uuid.UUID {
	g.t.Helper()
	of := g.session(values{"account_id": said["account_id"]})
	full := values{"content": printed, "client_id": one[uuid.UUID](g, `SELECT client_id FROM client_sessions WHERE id = $1`, of)}
	maps.Copy(full, said)
	id := g.row("invoices", full)
	g.exec(`INSERT INTO invoice_lines (id, account_id, invoice_id, session_id, position, description, paid, service_date, billing_code, diagnosis_codes, modifiers, place_of_service, units, charge)
		SELECT uuidv7(), account_id, $2, id, 1, $3, 100, service_date, billing_code, diagnosis_codes, modifiers, place_of_service, units, charge
		FROM client_sessions WHERE id = $1`, of, id, marker+" description")
	return id
}

// claimable plants a session that is ready for a claim.
func (g *garden) claimable(account uuid.UUID, code string) uuid.UUID {
	g.t.Helper()
	client := g.row("clients", values{"account_id": account})
	g.policy(values{"account_id": account, "client_id": client})
	return g.session(values{"account_id": account, "client_id": client, "appointment_id": nil, "billing_code": code, "bill_to": "INSURANCE"})
}

func (g *garden) complete(table string, said values) values {
	g.t.Helper()
	full := values{}
	for _, c := range g.columnsOf(table) {
		value, ok := said[c.Name]
		if !ok {
			value = g.any(table, c.Name, c.Type)
		}
		full[c.Name] = value
	}
	return full
}

func (g *garden) columnsOf(table string) []tableColumn {
	g.t.Helper()
	if known, ok := g.columns[table]; ok {
		return known
	}
	rows, err := g.conn.Query(g.t.Context(), `SELECT attname, format_type(atttypid, NULL) FROM pg_attribute
		WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`, table)
	if err != nil {
		g.t.Fatal(err)
	}
	g.columns[table], err = pgx.CollectRows(rows, pgx.RowToStructByPos[tableColumn])
	if err != nil {
		g.t.Fatal(err)
	}
	return g.columns[table]
}

func (g *garden) any(table, column, kind string) any {
	g.n++
	if enum, ok := enums[table+"."+column]; ok {
		return enum
	}
	switch kind {
	case "uuid":
		return uuid.New()
	case "uuid[]":
		return []uuid.UUID{uuid.New()}
	case "text", "character varying":
		return fmt.Sprintf("%s %s %s (%d)", marker, table, column, g.n)
	case "bigint", "smallint":
		return 470_000_000 + g.n // no part of a moment looks like it
	case "boolean":
		return true
	case "timestamp with time zone":
		return time.Now().Add(time.Hour).Truncate(time.Microsecond)
	case "date":
		return "1980-01-31"
	case "bytea":
		return []byte(uuid.NewString())
	case "jsonb":
		return map[string]any{marker: []any{g.n}}
	}
	g.t.Fatalf("%s.%s is %s: say here what to fill in", table, column, kind)
	return nil
}

// window is when a link or a privilege holds; nil: without that limit.
type window struct{ from, until *time.Time }

// username plants a username at home in the account. Its password is that of all usernames of
// a test world.
func (g *garden) username(home uuid.UUID) uuid.UUID {
	g.t.Helper()
	g.n++
	name := fmt.Sprintf("%s-user-%dx", marker, g.n) // no name is the beginning of another
	id := g.row("usernames", values{"home_account_id": home, "name": name, "name_key": name, "deleted_at": nil, "deleted_by": nil})
	hash := one[string](g, `SELECT password_hash FROM credentials LIMIT 1`)
	return g.row("credentials", values{"id": id, "password_hash": hash, "change_required": nil, "needs_factor": false})
}

// link plants a link with a privilege for each section.
func (g *garden) link(username, account uuid.UUID, w window, levels access.Levels) uuid.UUID {
	g.t.Helper()
	name := one[string](g, `SELECT name FROM usernames WHERE id = $1`, username)
	id := g.row("links", values{
		"username_id": username, "account_id": account, "username_name": name, "owner": false, "version": 1,
		"valid_from": w.from, "valid_until": w.until, "ended_at": nil, "ended_by": nil, "created_at": time.Now().Add(-24 * time.Hour),
	})
	var privileges []values
	for _, s := range access.Sections() {
		privileges = append(privileges, values{
			"account_id": account, "link_id": id, "username_id": username, "section": s.String(), "level": levels[s],
			"valid_from": nil, "valid_until": nil, "emergency_id": nil,
		})
	}
	g.rows("privileges", privileges...)
	return id
}

// kept tells which rows stand in the tables that hold what people entered, or in those that are named, and
// in which version: a refused mutation changes none of them. PostgreSQL gives each new version of a row
// another place, and the transaction that wrote it.
func (g *garden) kept(tables ...string) string {
	g.t.Helper()
	if len(tables) == 0 {
		tables = all[string](g, `SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'
			AND tablename !~ '^(events|unsealed|seals|goose|walls|failed_proofs|untold_refusals|passkey_challenges)' ORDER BY 1`)
	}
	sums := make([]string, len(tables))
	for i, table := range tables {
		sums[i] = fmt.Sprintf(`SELECT '%[1]s ' || count(*) || ' ' || coalesce(bit_xor(hashtidextended(ctid, xmin::text::bigint)), 0) AS sum FROM %[1]s`, table)
	}
	return one[string](g, `SELECT string_agg(sum, E'\n' ORDER BY sum) FROM (`+strings.Join(sums, " UNION ALL ")+`) of_tables`)
}

// differing are the tables of which kept tells something else.
func differing(before, after string) []string {
	return slices.DeleteFunc(strings.Split(after, "\n"), func(line string) bool { return strings.Contains(before+"\n", line+"\n") })
}
