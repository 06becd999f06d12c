package activitylog

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/globalid"
	"lanyard/internal/spreadsheet"
)

// table writes events as the lines of a spreadsheet, as people read them.
type table struct {
	zone  *time.Location
	words map[string]string
}

var tableHeadings = []string{
	"Place in the chain", "Time (UTC)", "Time of the account", "Username", "App", "Stood to the account as", "What happened", "Code", "Kind", "Outcome", "Reason",
	"Section", "Level needed", "Level held", "Before", "After", "Rows", "Network address", "Browser", "Request", "Done to", "Ids", "Clients", "Other account", "Rests on",
	"Emergency access", "Saw the account as", "Entry",
}

var tableKinds = map[string]string{"C": "Create", "R": "Read", "U": "Change", "D": "Delete or end", "E": "Sign-in and other acts"}

func newTable(ctx context.Context, log *activity.Log, account uuid.UUID) (table, error) {
	_, zone, err := zoned(database.In(ctx, account), log.Reader(), account)
	words := map[string]string{}
	for _, c := range activity.Codes() {
		words[c.Name] = c.Words
	}
	return table{zone, words}, err
}

func (t table) write(events []*ent.Event, seqs map[uuid.UUID]int64, first bool) ([]byte, error) {
	var lines [][]string
	var start []byte
	if first {
		start, lines = []byte(spreadsheet.ByteOrderMark), append(lines, tableHeadings)
	}
	for _, e := range events {
		lines = append(lines, t.cells(e, seqs[e.ID]))
	}
	return append(start, spreadsheet.Lines(lines...)...), nil
}

func (t table) cells(e *ent.Event, seq int64) []string {
	place := ""
	if seq > 0 {
		place = strconv.FormatInt(seq, 10)
	}
	before, after := sides(e.Changes)
	return []string{
		place, e.OccurredAt.UTC().Format(time.RFC3339Nano), e.OccurredAt.In(t.zone).Format("2006-01-02 15:04:05 -07:00"),
		e.ActorName, e.TokenName, plainWord(e.Role), cmp.Or(t.words[e.Code], e.Code), e.Code, tableKinds[e.Action], plainWord(e.Outcome), e.Reason,
		titleOf(e.Section), levelTitle(e.LevelNeeded), levelTitle(e.LevelHeld), before, after, strconv.Itoa(e.RowCount), e.IP, e.UserAgent, e.RequestID,
		e.EntityType, idsOf(e.EntityType, e.AccountID, e.EntityIds), idsOf("Client", e.AccountID, e.ClientIds),
		idOf(globalid.OfAccount(e.CounterpartID)), rowOf(e.AuthorizationID), idOf(globalid.New("Emergency", e.AccountID, e.EmergencyID)),
		e.SeenAsName,
		globalid.New("Event", e.AccountID, e.ID).String(),
	}
}

func plainWord(value string) string {
	if value == "" || value == string(activity.OK) {
		return value
	}
	return value[:1] + strings.ToLower(value[1:])
}

func titleOf(section string) string {
	if s, err := access.ParseSection(section); err == nil {
		return s.Title()
	}
	return section
}

func levelTitle(level string) string {
	if l, err := access.ParseLevel(level); err == nil {
		return l.Title()
	}
	return level
}

func idsOf(typ string, account uuid.UUID, rows []uuid.UUID) string {
	all := make([]string, len(rows))
	for i, row := range rows {
		all[i] = globalid.New(typ, account, row).String()
	}
	return strings.Join(all, " ")
}

func idOf(id globalid.ID) string {
	if id.Row == uuid.Nil {
		return ""
	}
	return id.String()
}

func rowOf(id uuid.UUID) string {
	if id == uuid.Nil {
		return ""
	}
	return id.String()
}

// sides are what changed, before and after, in the order of the names.
func sides(changes map[string]any) (before, after string) {
	names := make([]string, 0, len(changes))
	for name := range changes {
		names = append(names, name)
	}
	slices.Sort(names)
	var from, to []string
	for _, name := range names {
		b, a := pair(changes[name])
		title := changeTitle(name)
		from, to = append(from, title+": "+b), append(to, title+": "+a)
	}
	return strings.Join(from, "; "), strings.Join(to, "; ")
}

func pair(change any) (before, after string) {
	const personal = "not kept: personal"
	from, to := changed(change)
	if values, _ := change.([]any); len(values) == 1 && to == "changed" {
		return personal, personal
	}
	return valueText(from), valueText(to)
}

// changeTitle is what changed: a field, a section, or under "username SECTION" a level of that username.
func changeTitle(name string) string {
	username, section, found := strings.Cut(name, " ")
	if !found {
		return titleOf(name)
	}
	return username + " " + titleOf(section)
}

func valueText(value any) string {
	switch v := value.(type) {
	case nil:
		return "empty"
	case string:
		return cmp.Or(levelTitle(v), "empty")
	case bool:
		return strconv.FormatBool(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	raw, _ := json.Marshal(value) // it came out of JSON
	return string(raw)
}
