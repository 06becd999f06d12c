package clients_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clients"
	"lanyard/internal/dbtest"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func disclosed(day column.Date) clients.DisclosureInput {
	return clients.DisclosureInput{Key: uuid.NewString(), DisclosedOn: day, Recipient: "County Health Department", Address: new("1 Main Street"), What: "Name and diagnosis", Purpose: "Required by law"}
}

// told is an account with a client, of whom something is disclosed.
type told struct {
	*dbtest.World
	a      *dbtest.Account
	client uuid.UUID
}

func newTold(t *testing.T) told {
	w := dbtest.New(t)
	a := w.Account("a")
	return told{w, a, w.Client(a, "Cleo", "Client").ID}
}

func (w told) record(t *testing.T, in clients.DisclosureInput) *ent.Disclosure {
	t.Helper()
	return dbtest.Must[*ent.Disclosure](t)(clients.RecordDisclosure(w.As(w.a.Owner), w.Log, w.a.ID, w.client, in))
}

func (w told) accounting(t *testing.T) []*ent.Disclosure {
	t.Helper()
	return dbtest.Must[*clients.Accounting](t)(clients.AccountingOfDisclosures(w.As(w.a.Owner), w.Log, w.a.ID, w.client)).Disclosures
}

func TestADisclosureIsRecordedAndStruckOutOnce(t *testing.T) {
	w := newTold(t)
	kept, wrong := w.record(t, disclosed("2026-03-02")), w.record(t, disclosed("2026-03-03"))
	ctx := w.As(w.a.Owner)
	struck := dbtest.Must[*ent.Disclosure](t)(clients.StrikeDisclosure(ctx, w.Log, w.a.ID, wrong.ID, " Another client. "))
	if s := struck.Edges.Strike; s == nil || s.Reason != "Another client." || s.StruckBy != "a-owner" {
		t.Errorf("%+v", s)
	}
	for what, c := range map[string]struct {
		id     uuid.UUID
		reason string
	}{"twice": {wrong.ID, "Again."}, "without a reason": {kept.ID, " "}} {
		if _, err := clients.StrikeDisclosure(ctx, w.Log, w.a.ID, c.id, c.reason); problem.As(err) == nil || problem.As(err).Code != problem.BadUserInput {
			t.Errorf("%s: %v", what, err)
		}
	}
	p, err := clients.Disclosures(ctx, w.Log, w.a.ID, clients.DisclosureQuery{Args: page.Args{First: 5}, Client: &w.client})
	if err != nil || len(p.Nodes) != 2 || p.Nodes[0].ID != wrong.ID || p.Nodes[0].Edges.Strike == nil || p.Nodes[1].Edges.Strike != nil {
		t.Errorf("%+v, %v", p, err)
	}
	if got := w.accounting(t); len(got) != 1 || got[0].ID != kept.ID || got[0].RecordedBy != "a-owner" {
		t.Errorf("accounted for: %+v", got)
	}
	codes := []string{}
	for _, e := range w.Events(w.a.ID) {
		if e.EntityType == "Disclosure" && slices.Equal(e.Clients, []uuid.UUID{w.client}) && len(e.Changes) == 0 {
			codes = append(codes, e.Code)
		}
	}
	if !slices.Equal(codes, []string{"disclosure.recorded", "disclosure.recorded", "disclosure.struck"}) {
		t.Errorf("the log has %v", codes)
	}
}

func TestADisclosureThatIsSentTwiceIsRecordedOnce(t *testing.T) {
	w := newTold(t)
	in := disclosed("2026-03-02")
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if _, err := clients.RecordDisclosure(w.As(w.a.Owner), w.Log, w.a.ID, w.client, in); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if got := w.accounting(t); len(got) != 1 {
		t.Errorf("%d are recorded", len(got))
	}
	codes := map[string]int{}
	for _, e := range w.Events(w.a.ID) {
		codes[e.Code]++
	}
	if codes["disclosure.recorded"] != 1 || codes["disclosure.listed"] != 3 {
		t.Errorf("the log has %v", codes)
	}
	for what, change := range map[string]func(*clients.DisclosureInput){
		"day":       func(in *clients.DisclosureInput) { in.DisclosedOn = "2026-03-03" },
		"recipient": func(in *clients.DisclosureInput) { in.Recipient = "County Court" },
		"address":   func(in *clients.DisclosureInput) { in.Address = nil },
		"content":   func(in *clients.DisclosureInput) { in.What = "Name" },
		"purpose":   func(in *clients.DisclosureInput) { in.Purpose = "A court order" },
	} {
		again := in
		change(&again)
		_, err := clients.RecordDisclosure(w.As(w.a.Owner), w.Log, w.a.ID, w.client, again)
		if p := problem.As(err); p == nil || p.Code != problem.Conflict {
			t.Errorf("another %s: %v", what, err)
		}
	}
	_, err := clients.RecordDisclosure(w.As(w.a.Owner), w.Log, w.a.ID, w.Client(w.a, "Bo", "Brown").ID, in)
	if p := problem.As(err); p == nil || p.Code != problem.Conflict {
		t.Errorf("another client: %v", err)
	}
	in.Key = "short"
	_, err = clients.RecordDisclosure(w.As(w.a.Owner), w.Log, w.a.ID, w.client, in)
	refusedAtField(t, err, "key")
}

func TestAnAccountingIsOfSixYears(t *testing.T) {
	w := newTold(t)
	day := func(years, days int) column.Date {
		today := time.Now().In(dbtest.Must[*time.Location](t)(time.LoadLocation("America/New_York")))
		return column.DateOf(today.AddDate(-years, 0, days))
	}
	for _, d := range []column.Date{day(6, -1), day(6, 0), day(0, 0)} {
		w.record(t, disclosed(d))
	}
	got := w.accounting(t)
	if len(got) != 2 || got[0].DisclosedOn != day(0, 0) || got[1].DisclosedOn != day(6, 0) {
		t.Errorf("%+v", got)
	}
	ctx, noted := activity.WithCollector(w.As(w.a.Owner))
	empty := w.Client(w.a, "Bo", "Brown").ID
	dbtest.Must[*clients.Accounting](t)(clients.AccountingOfDisclosures(ctx, w.Log, w.a.ID, empty))
	if e := noted.Take(); len(e) != 1 || e[0].Code != "disclosure.accounted" || !slices.Equal(e[0].Clients, []uuid.UUID{empty}) || e[0].RowCount != 0 {
		t.Errorf("noted %+v", e)
	}
}

func TestBadDisclosuresAreRefusedAtTheirField(t *testing.T) {
	w := newTold(t)
	other := w.Account("b")
	for field, spoil := range map[string]func(*clients.DisclosureInput){
		"recipient": func(in *clients.DisclosureInput) { in.Recipient = " " },
		"address":   func(in *clients.DisclosureInput) { in.Address = new("1 Main\nStreet") },
		"what":      func(in *clients.DisclosureInput) { in.What = strings.Repeat("x", 501) },
		"purpose":   func(in *clients.DisclosureInput) { in.Purpose = "" },
	} {
		in := disclosed("2026-03-02")
		spoil(&in)
		_, err := clients.RecordDisclosure(w.As(w.a.Owner), w.Log, w.a.ID, w.client, in)
		refusedAtField(t, err, field)
	}
	for _, day := range []column.Date{"2026-02-30", "2003-04-13", "2099-01-01", ""} {
		_, err := clients.RecordDisclosure(w.As(w.a.Owner), w.Log, w.a.ID, w.client, disclosed(day))
		refusedAtField(t, err, "disclosedOn")
	}
	_, err := clients.RecordDisclosure(w.As(other.Owner), w.Log, other.ID, w.client, disclosed("2026-03-02"))
	refusedAtField(t, err, "client")
}

func TestAnAccountingThatIsNotWholeSaysSo(t *testing.T) {
	w := newTold(t)
	d := w.record(t, disclosed("2026-03-02"))
	w.Owner(`INSERT INTO disclosures SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).* FROM disclosures d, generate_series(1, 1000) WHERE id = $1`, d.ID)
	a := dbtest.Must[*clients.Accounting](t)(clients.AccountingOfDisclosures(w.As(w.a.Owner), w.Log, w.a.ID, w.client))
	if len(a.Disclosures) != 1000 || a.TotalCount != 1001 {
		t.Errorf("%d of %d", len(a.Disclosures), a.TotalCount)
	}
}

func refusedAtField(t *testing.T, err error, field string) {
	t.Helper()
	if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || p.Path[len(p.Path)-1] != field || !strings.HasSuffix(p.Message, ".") {
		t.Errorf("%s: %v", field, err)
	}
}

// What the API lets through the database stops, and what was recorded not even its owner rewrites.
func TestDisclosuresStandBehindTheWall(t *testing.T) {
	w := newTold(t)
	theirs := w.record(t, disclosed("2026-03-02"))
	viewer := w.Username(w.a, "viewer", access.Levels{access.Clients: access.View})
	stranger := w.Username(w.a, "stranger", access.Levels{access.Calendar: access.Full})
	for v, sees := range map[*access.Viewer]int{viewer: 1, stranger: 0} {
		p := dbtest.Must[*page.Page[*ent.Disclosure]](t)(clients.Disclosures(w.As(v), w.Log, w.a.ID, clients.DisclosureQuery{Args: page.Args{First: 5}}))
		if len(p.Nodes) != sees {
			t.Errorf("%s sees %d", v.Name, len(p.Nodes))
		}
	}
	if _, err := clients.RecordDisclosure(w.As(viewer), w.Log, w.a.ID, w.client, disclosed("2026-03-02")); problem.As(err) == nil || problem.As(err).Code != problem.Forbidden {
		t.Errorf("recorded, or refused without a word: %v", err)
	}
	if _, err := clients.StrikeDisclosure(w.As(viewer), w.Log, w.a.ID, theirs.ID, "Wrong."); problem.As(err) == nil || problem.As(err).Code != problem.Forbidden {
		t.Errorf("struck out, or refused without a word: %v", err)
	}
	if _, err := clients.StrikeDisclosure(w.As(stranger), w.Log, w.a.ID, theirs.ID, "Wrong."); !reflect.DeepEqual(problem.As(err), problem.Missing()) {
		t.Errorf("got %v", err)
	}
	conn := dbtest.Must[*pgx.Conn](t)(pgx.Connect(context.Background(), w.OwnerURL))
	defer func() { _ = conn.Close(context.Background()) }()
	for _, rewrite := range []string{`UPDATE disclosures SET purpose = 'another'`, `DELETE FROM disclosures`} {
		if _, err := conn.Exec(t.Context(), rewrite); err == nil {
			t.Errorf("%s is done", rewrite)
		}
	}
}

func TestDisclosuresAreTwoStatements(t *testing.T) {
	w := newTold(t)
	for range 3 {
		w.record(t, disclosed("2026-03-02"))
	}
	statements := 0
	w.Log.Reader().Intercept(ent.InterceptFunc(func(next ent.Querier) ent.Querier {
		return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
			statements++
			return next.Query(ctx, q)
		})
	}))
	p := dbtest.Must[*page.Page[*ent.Disclosure]](t)(clients.Disclosures(w.As(w.a.Owner), w.Log, w.a.ID, clients.DisclosureQuery{Args: page.Args{First: 50}, Client: &w.client}))
	if len(p.Nodes) != 3 || statements != 2 {
		t.Errorf("%d disclosures by %d statements", len(p.Nodes), statements)
	}
}
