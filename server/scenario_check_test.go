package main

import (
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
)

// check looks at what a scenario left behind. Passwords and tokens are nowhere but in the
// browsers; the values of clients' fields are in no event and in no line of the server's log;
// each event is complete, and the chain holds all of them.
func (s *scenario) check() {
	s.tb.Helper()
	events := s.dump(func(table string) bool { return strings.HasPrefix(table, "events") })
	everything := s.dump(func(string) bool { return true })
	logged := s.traces.logged.String()
	for _, secret := range s.traces.secrets {
		s.absent(secret, "the database", everything)
		s.absent(secret, "an answer", s.traces.answers.String())
		s.absent(secret, "the server's log", logged)
	}
	for _, value := range s.traces.personal {
		s.absent(value, "an event", events)
		s.absent(value, "the server's log", logged)
	}
	s.checkEvents()
	if err := s.intact(); err != nil {
		s.tb.Error(err)
	}
}

func (s *scenario) absent(value, where, text string) {
	s.tb.Helper()
	if value != "" && strings.Contains(text, value) {
		s.tb.Errorf("%s contains %q", where, value)
	}
}

// digest stands for everything that an operation can change: all but the activity log and the
// counters of failures.
func (s *scenario) digest() string {
	return s.dump(func(table string) bool {
		return !strings.HasPrefix(table, "events") && !slices.Contains([]string{"unsealed", "seals", "failed_proofs", "untold_refusals"}, table)
	})
}

// changedLines are the lines of after that before has not.
func changedLines(before, after string) string {
	known := map[string]bool{}
	for line := range strings.Lines(before) {
		known[line] = true
	}
	var changed strings.Builder
	for line := range strings.Lines(after) {
		if !known[line] {
			changed.WriteString(line)
		}
	}
	return changed.String()
}

// lasting are the rows of a table that a refusal must not add to or change. It may leave what its owner is told by: a
// find that was used already, of a password that helped nobody, and the notice that guessing was stopped.
var lasting = map[string]string{
	"account_finds":  ` WHERE used_at IS NULL`,
	"notices":        ` WHERE kind NOT IN ('ATTEMPTS_STOPPED', 'LOCKED')`,
	"mail_addresses": ` WHERE notice_id NOT IN (SELECT id FROM notices WHERE kind IN ('ATTEMPTS_STOPPED', 'LOCKED'))`,
}

// dump is all rows, as text, of the tables that are wanted.
func (s *scenario) dump(wanted func(table string) bool) string {
	if s.tables == nil {
		s.tables = query[string](s, `SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`)
	}
	var parts []string
	for _, table := range s.tables {
		if wanted(table) {
			parts = append(parts, `SELECT row_to_json(t)::text AS row FROM `+pgx.Identifier{table}.Sanitize()+` t`+lasting[table])
		}
	}
	return strings.Join(query[string](s, strings.Join(parts, ` UNION ALL `)+` ORDER BY row`), "\n")
}

func query[T any](s *scenario, sql string, args ...any) []T {
	s.tb.Helper()
	rows, err := s.owner.Query(s.ctx, sql, args...)
	if err != nil {
		s.tb.Fatal(err)
	}
	all, err := pgx.CollectRows(rows, pgx.RowTo[T])
	if err != nil {
		s.tb.Fatal(err)
	}
	return all
}

// checkEvents holds each event to what every event must say.
func (s *scenario) checkEvents() {
	s.tb.Helper()
	rows, err := s.owner.Query(s.ctx, `SELECT * FROM events ORDER BY occurred_at, id`)
	if err != nil {
		s.tb.Fatal(err)
	}
	events, err := pgx.CollectRows(rows, pgx.RowToStructByName[activity.Event])
	if err != nil {
		s.tb.Fatal(err)
	}
	accounts := map[uuid.UUID]bool{uuid.Nil: true}
	for _, id := range query[uuid.UUID](s, `SELECT id FROM accounts`) {
		accounts[id] = true
	}
	for _, e := range events {
		for fault, found := range faults(e) {
			if found {
				s.tb.Errorf("%s: %+v", fault, e)
			}
		}
		if !accounts[e.Account] {
			s.tb.Errorf("the account does not exist: %+v", e)
		}
	}
	s.checkPrivileges()
}

// checkPrivileges: each privilege names the event of its own account's log that set it.
func (s *scenario) checkPrivileges() {
	s.tb.Helper()
	for _, p := range query[string](s, `SELECT to_jsonb(p)::text FROM privileges p JOIN links l ON l.id = p.link_id
		WHERE NOT EXISTS (SELECT FROM events e WHERE e.id = p.event_id AND e.account_id = p.account_id
			AND e.code = CASE p.route WHEN 'SIGN_UP' THEN 'signup' WHEN 'ADDED' THEN 'username.added' WHEN 'JOINED' THEN 'link.joined' WHEN 'OFFERED' THEN 'invite.accepted' WHEN 'EMERGENCY' THEN 'emergency.started' ELSE 'privilege.changed' END
			AND (p.route = 'SIGN_UP' OR e.changes ? (l.username_name || ' ' || p.section) OR p.source = 'EMERGENCY' AND e.changes ? p.section))`) {
		s.tb.Errorf("no event tells of this privilege: %s", p)
	}
}

// ofClients are the types of rows that a client has.
var ofClients = []string{
	"Client", "Appointment", "ClientSession", "InsurancePolicy", "Authorization", "SessionNote", "PsychotherapyNote",
	"Invoice", "Payment", "LedgerEntry", "Disclosure",
}

// ofStrangers is what somebody does in an account that they may not enter.
var ofStrangers = []string{"link.find.ok", "link.joined", "invite.opened", "invite.accepted", "invite.declined", "codes.copy.undone"}

func faults(e activity.Event) map[string]bool {
	nobody := e.ActorID == uuid.Nil
	_, err := access.ParseSection(e.Section)
	return map[string]bool{
		"it does not say from where it came":  e.RequestID == "" || e.IP == "" || e.UserAgent == "",
		"the username has no name":            nobody != (e.ActorName == ""),
		"nobody did it":                       nobody && e.Outcome == activity.OK,
		"the name is not that of a username":  e.ActorName != strings.TrimSpace(e.ActorName),
		"it does not say why it failed":       e.Outcome != activity.OK && e.Reason == "",
		"a denial does not say the levels":    e.Outcome == activity.Denied && (e.Section == "") != (e.LevelNeeded == ""),
		"activity.Codes does not know it":     !slices.ContainsFunc(activity.Codes(), func(c activity.Code) bool { return c.Name == e.Code }),
		"there is no such section":            e.Section != "" && err != nil,
		"an owner or member is not at home":   (e.Role == activity.Owner || e.Role == activity.Member) && e.ActorHome != e.Account,
		"a master is at home":                 e.Role == activity.Master && e.ActorHome == e.Account,
		"a stranger did something":            e.Role == activity.Stranger && e.Outcome == activity.OK && e.Section != "" && !slices.Contains(ofStrangers, e.Code),
		"it does not say of which client":     slices.Contains(ofClients, e.EntityType) && len(e.Entities) > 0 && len(e.Clients) == 0,
		"there are more rows than it counted": len(e.Entities) > 1 && e.RowCount < len(e.Entities),
	}
}

// intact seals what waits and verifies the chain: no event is changed, missing or unsealed.
func (s *scenario) intact() error {
	quiet := slog.New(slog.NewTextHandler(io.Discard, nil))
	sealer, err := activity.StartSealer(s.world.DB, s.keys, activity.SealerOptions{Log: quiet})
	if err != nil {
		return err
	}
	if err := sealer.Close(); err != nil {
		return err
	}
	report, err := activity.Verify(s.ctx, activity.FromDatabase(s.ctx, s.world.OwnerURL), s.keys, nil)
	if err != nil {
		return err
	}
	waiting := 0
	for _, a := range report.Accounts {
		waiting += a.Waiting
	}
	if !report.Intact() || waiting > 0 {
		var text strings.Builder
		_ = report.Write(&text)
		return fmt.Errorf("%d events wait for their seal; %s", waiting, text.String())
	}
	return nil
}
