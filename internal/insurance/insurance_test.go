package insurance_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/insurancepolicy"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/insurance"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// desk is an account whose owner keeps its insurance.
type desk struct {
	*dbtest.World
	t      *testing.T
	a      *dbtest.Account
	client *ent.Patient
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	t.Parallel()
	w := dbtest.New(t)
	d := &desk{World: w, t: t, a: w.Account("a")}
	d.client = d.Client(d.a, "Ann", "Adams")
	d.Owner(`INSERT INTO payers (id, account_id, natural_key, name, kind, active, created_at)
		SELECT gen_random_uuid(), $1, key, name, 'ELECTRONIC', active, now()
		FROM (VALUES ('ID M1', 'Maple Mutual', true), ('ID O1', 'Oak Health', true), ('ID X1', 'Gone Health', false)) v (key, name, active)`, d.a.ID)
	d.Owner(`INSERT INTO referring_providers (id, account_id, natural_key, name, npi, active, created_at)
		SELECT gen_random_uuid(), $1, key, name, '1000000020', active, now()
		FROM (VALUES ('NPI 1', 'Ida Vale', true), ('NPI 2', 'Gone Doctor', false)) v (key, name, active)`, d.a.ID)
	return d
}

func policy() insurance.PolicyInput {
	return insurance.PolicyInput{
		Rank: insurancepolicy.RankPRIMARY, Payer: "ID M1", MemberID: "Zvmember1", Relationship: insurancepolicy.RelationshipSELF, Assignment: true,
	}
}

func leave() insurance.AuthorizationInput {
	return insurance.AuthorizationInput{Number: "Zvnumber1", FromDate: "2026-01-01", UntilDate: "2026-12-31", SessionsAllowed: 12}
}

func (d *desk) insure(in insurance.PolicyInput) *ent.InsurancePolicy {
	d.t.Helper()
	return dbtest.Must[*ent.InsurancePolicy](d.t)(insurance.AddPolicy(d.As(d.a.Owner), d.Log, d.a.ID, d.client.ID, in))
}

func (d *desk) authorize(in insurance.AuthorizationInput) *ent.Authorization {
	d.t.Helper()
	return dbtest.Must[*ent.Authorization](d.t)(insurance.AddAuthorization(d.As(d.a.Owner), d.Log, d.a.ID, d.client.ID, in))
}

// told stores what was read and gives the newest event of the account.
func (d *desk) told(ctx context.Context, c *activity.Collector) activity.Event {
	d.t.Helper()
	if err := d.Log.Store(ctx, c.Take()...); err != nil {
		d.t.Fatal(err)
	}
	events := d.Events(d.a.ID)
	return events[len(events)-1]
}

func (d *desk) expect(e activity.Event, code string, action activity.Action, id uuid.UUID) {
	d.t.Helper()
	if e.Code != code || e.Action != action || e.Section != access.Insurance.String() || e.RowCount != 1 ||
		!slices.Equal(e.Clients, []uuid.UUID{d.client.ID}) || !slices.Equal(e.Entities, []uuid.UUID{id}) {
		d.t.Errorf("want %s of %s, got %+v", code, id, e)
	}
}

func refusedAt(t *testing.T, what string, err error, field string) {
	t.Helper()
	if p := problem.As(err); p == nil || p.Code != problem.BadUserInput || len(p.Path) != 1 || p.Path[0] != field || !strings.HasSuffix(p.Message, ".") {
		t.Errorf("%s: %v", what, err)
	}
}

func TestLifeOfAPolicy(t *testing.T) {
	d := newDesk(t)
	ctx, c := activity.WithCollector(d.As(d.a.Owner))
	in := policy()
	p := dbtest.Must[*ent.InsurancePolicy](t)(insurance.AddPolicy(ctx, d.Log, d.a.ID, d.client.ID, in))
	d.expect(d.told(ctx, c), "policy.added", activity.Create, p.ID)
	if p.PayerName != "Maple Mutual" || p.Edges.Client.DisplayName != "Ann Adams" {
		t.Errorf("%+v", p)
	}
	in.MemberID, in.GroupID = "Zvmember2", new(" Zvgroup ")
	p = dbtest.Must[*ent.InsurancePolicy](t)(insurance.EditPolicy(ctx, d.Log, d.a.ID, p.ID, 1, in))
	e := d.told(ctx, c)
	d.expect(e, "policy.changed", activity.Update, p.ID)
	if got := fmt.Sprint(e.Changes); got != "map[groupId:[changed] memberId:[changed]]" || p.GroupID != "Zvgroup" {
		t.Error(got, p.GroupID)
	}
	dbtest.Must[*ent.InsurancePolicy](t)(insurance.EditPolicy(ctx, d.Log, d.a.ID, p.ID, 2, in))
	d.expect(d.told(ctx, c), "policy.opened", activity.Read, p.ID)
	dbtest.Must[*ent.InsurancePolicy](t)(insurance.SetPolicyActive(ctx, d.Log, d.a.ID, p.ID, 2, false))
	d.expect(d.told(ctx, c), "policy.ended", activity.Update, p.ID)
	d.insure(policy())
	_, err := insurance.SetPolicyActive(ctx, d.Log, d.a.ID, p.ID, 3, true)
	refusedAt(t, "two primary policies", err, "rank")
	_, err = insurance.AddPolicy(ctx, d.Log, d.a.ID, d.client.ID, policy())
	refusedAt(t, "a second primary policy", err, "rank")
	in.Rank = insurancepolicy.RankSECONDARY
	d.insure(in)
	dbtest.Must[*ent.InsurancePolicy](t)(insurance.Policy(ctx, d.Log, d.a.ID, p.ID))
	d.expect(d.told(ctx, c), "policy.opened", activity.Read, p.ID)
}

func TestBadPoliciesAreRefused(t *testing.T) {
	d := newDesk(t)
	good := d.insure(policy())
	for what, bad := range map[string]struct {
		field  string
		change func(*insurance.PolicyInput)
	}{
		"no payer":       {"payer", func(in *insurance.PolicyInput) { in.Payer = "" }},
		"unknown payer":  {"payer", func(in *insurance.PolicyInput) { in.Payer = "ID ZZ" }},
		"inactive payer": {"payer", func(in *insurance.PolicyInput) { in.Payer = "ID X1" }},
		"unknown doctor": {"referringProvider", func(in *insurance.PolicyInput) { in.ReferringProvider = new("NPI 3") }},
		"gone doctor":    {"referringProvider", func(in *insurance.PolicyInput) { in.ReferringProvider = new("NPI 2") }},
		"state": {"subscriberState", func(in *insurance.PolicyInput) {
			in.Relationship, in.SubscriberName, in.SubscriberState = insurancepolicy.RelationshipSPOUSE, new("Bo Adams"), new("New York")
		}},
		"no member ID":   {"memberId", func(in *insurance.PolicyInput) { in.MemberID = " " }},
		"long member ID": {"memberId", func(in *insurance.PolicyInput) { in.MemberID = strings.Repeat("1", 41) }},
		"no subscriber":  {"subscriberName", func(in *insurance.PolicyInput) { in.Relationship = insurancepolicy.RelationshipCHILD }},
		"to be born": {"subscriberBirthDate", func(in *insurance.PolicyInput) {
			in.Relationship, in.SubscriberName, in.SubscriberBirthDate = insurancepolicy.RelationshipSPOUSE, new("Al"), new(column.Date("2999-01-01"))
		}},
		"rank":         {"rank", func(in *insurance.PolicyInput) { in.Rank = "THIRD" }},
		"relationship": {"relationship", func(in *insurance.PolicyInput) { in.Relationship = "DOG" }},
	} {
		in := policy()
		in.Rank = insurancepolicy.RankSECONDARY
		bad.change(&in)
		_, added := insurance.AddPolicy(d.As(d.a.Owner), d.Log, d.a.ID, d.client.ID, in)
		_, edited := insurance.EditPolicy(d.As(d.a.Owner), d.Log, d.a.ID, good.ID, 1, in)
		refusedAt(t, what+", added", added, bad.field)
		refusedAt(t, what+", edited", edited, bad.field)
	}
	_, err := insurance.AddPolicy(d.As(d.a.Owner), d.Log, d.a.ID, uuid.New(), policy())
	refusedAt(t, "nobody's", err, "client")
	in := policy()
	in.SubscriberName = new("Someone")
	if p := dbtest.Must[*ent.InsurancePolicy](t)(insurance.EditPolicy(d.As(d.a.Owner), d.Log, d.a.ID, good.ID, 1, in)); p.SubscriberName != "" {
		t.Error("who is the subscriber has another's name")
	}
}

func TestLifeOfAnAuthorization(t *testing.T) {
	d := newDesk(t)
	ctx, c := activity.WithCollector(d.As(d.a.Owner))
	in := leave()
	in.Policy = new(d.insure(policy()).GlobalID())
	a := dbtest.Must[*ent.Authorization](t)(insurance.AddAuthorization(ctx, d.Log, d.a.ID, d.client.ID, in))
	d.expect(d.told(ctx, c), "authorization.added", activity.Create, a.ID)
	in.SessionsAllowed, in.Policy = 6, nil
	a = dbtest.Must[*ent.Authorization](t)(insurance.EditAuthorization(ctx, d.Log, d.a.ID, a.ID, 1, in))
	e := d.told(ctx, c)
	d.expect(e, "authorization.changed", activity.Update, a.ID)
	if got := fmt.Sprint(e.Changes); got != "map[policy:[changed] sessionsAllowed:[changed]]" {
		t.Error(got)
	}
	dbtest.Must[*ent.Authorization](t)(insurance.SetAuthorizationActive(ctx, d.Log, d.a.ID, a.ID, 2, false))
	d.expect(d.told(ctx, c), "authorization.ended", activity.Update, a.ID)
	dbtest.Must[*ent.Authorization](t)(insurance.SetAuthorizationActive(ctx, d.Log, d.a.ID, a.ID, 3, true))
	d.expect(d.told(ctx, c), "authorization.resumed", activity.Update, a.ID)
	dbtest.Must[*ent.Authorization](t)(insurance.Authorization(ctx, d.Log, d.a.ID, a.ID))
	d.expect(d.told(ctx, c), "authorization.opened", activity.Read, a.ID)
}

func TestBadAuthorizationsAreRefused(t *testing.T) {
	d := newDesk(t)
	good := d.authorize(leave())
	d.Owner(`UPDATE authorizations SET sessions_used = 3`)
	ann := d.client
	d.client = d.Client(d.a, "Bo", "Brown")
	others := d.insure(policy()).GlobalID()
	d.client = ann
	for what, bad := range map[string]struct {
		field  string
		change func(*insurance.AuthorizationInput)
	}{
		"no number":         {"number", func(in *insurance.AuthorizationInput) { in.Number = "" }},
		"no such day":       {"fromDate", func(in *insurance.AuthorizationInput) { in.FromDate = "2026-02-30" }},
		"no day":            {"untilDate", func(in *insurance.AuthorizationInput) { in.UntilDate = "" }},
		"backwards":         {"untilDate", func(in *insurance.AuthorizationInput) { in.UntilDate = "2025-12-31" }},
		"no sessions":       {"sessionsAllowed", func(in *insurance.AuthorizationInput) { in.SessionsAllowed = 0 }},
		"negative sessions": {"sessionsAllowed", func(in *insurance.AuthorizationInput) { in.SessionsAllowed = -1 }},
		"absurd sessions":   {"sessionsAllowed", func(in *insurance.AuthorizationInput) { in.SessionsAllowed = 1000 }},
		"another's policy":  {"policy", func(in *insurance.AuthorizationInput) { in.Policy = &others }},
		"long remark":       {"remark", func(in *insurance.AuthorizationInput) { in.Remark = new(strings.Repeat("x", 501)) }},
	} {
		in := leave()
		bad.change(&in)
		_, added := insurance.AddAuthorization(d.As(d.a.Owner), d.Log, d.a.ID, d.client.ID, in)
		_, edited := insurance.EditAuthorization(d.As(d.a.Owner), d.Log, d.a.ID, good.ID, 1, in)
		refusedAt(t, what+", added", added, bad.field)
		refusedAt(t, what+", edited", edited, bad.field)
	}
	in := leave()
	in.SessionsAllowed = 2
	_, err := insurance.EditAuthorization(d.As(d.a.Owner), d.Log, d.a.ID, good.ID, 1, in)
	refusedAt(t, "fewer than used", err, "sessionsAllowed")
}

func ahead(days int) column.Date {
	return column.DateOf(time.Now().UTC().AddDate(0, 0, days))
}

func TestWhatIsRunningOut(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		number         string
		until          column.Date
		used           int
		active, wanted bool
	}{
		{"long enough", ahead(31), 9, true, false},
		{"last month", ahead(30), 0, true, true},
		{"two left", ahead(200), 10, true, true},
		{"today", ahead(0), 0, true, true},
		{"is over", ahead(-1), 12, true, false},
		{"was ended", ahead(5), 12, false, false},
	} {
		in := leave()
		in.Number, in.FromDate, in.UntilDate = c.number, "2020-01-01", c.until
		a := d.authorize(in)
		d.Owner(`UPDATE authorizations SET sessions_used = $2, active = $3 WHERE id = $1`, a.ID, c.used, c.active)
		found := dbtest.Must[*page.Page[*ent.Authorization]](t)(insurance.Authorizations(d.As(d.a.Owner), d.Log, d.a.ID, insurance.AuthorizationQuery{Args: page.Args{First: 50}, RunningOut: true}))
		if got := slices.ContainsFunc(found.Nodes, func(n *ent.Authorization) bool { return n.ID == a.ID }); got != c.wanted {
			t.Errorf("%s: running out is %v", c.number, got)
		}
	}
	all := dbtest.Must[*page.Page[*ent.Authorization]](t)(insurance.Authorizations(d.As(d.a.Owner), d.Log, d.a.ID, insurance.AuthorizationQuery{Args: page.Args{First: 50}, Client: &d.client.ID, Search: "ann"}))
	if len(all.Nodes) != 6 || !slices.IsSortedFunc(all.Nodes, func(a, b *ent.Authorization) int { return strings.Compare(string(a.UntilDate), string(b.UntilDate)) }) {
		t.Errorf("%v", all.Nodes)
	}
	none := dbtest.Must[*page.Page[*ent.Authorization]](t)(insurance.Authorizations(d.As(d.a.Owner), d.Log, d.a.ID, insurance.AuthorizationQuery{Args: page.Args{First: 50}, Search: "brown"}))
	if len(none.Nodes) > 0 {
		t.Errorf("%v", none.Nodes)
	}
}

func TestListsAreTwoStatements(t *testing.T) {
	d := newDesk(t)
	for _, name := range []string{"One", "Two", "Three"} {
		d.client = d.Client(d.a, "Client", name)
		d.insure(policy())
		d.authorize(leave())
	}
	statements := 0
	d.Log.Reader().Intercept(ent.InterceptFunc(func(next ent.Querier) ent.Querier {
		return ent.QuerierFunc(func(ctx context.Context, q ent.Query) (ent.Value, error) {
			statements++
			return next.Query(ctx, q)
		})
	}))
	p := dbtest.Must[*page.Page[*ent.InsurancePolicy]](t)(insurance.Policies(d.As(d.a.Owner), d.Log, d.a.ID, insurance.PolicyQuery{Args: page.Args{First: 50}}))
	if len(p.Nodes) != 3 || statements != 2 {
		t.Errorf("%d policies by %d statements", len(p.Nodes), statements)
	}
	a := dbtest.Must[*page.Page[*ent.Authorization]](t)(insurance.Authorizations(d.As(d.a.Owner), d.Log, d.a.ID, insurance.AuthorizationQuery{Args: page.Args{First: 50}}))
	if len(a.Nodes) != 3 || statements != 4 {
		t.Errorf("%d authorizations by %d statements", len(a.Nodes), statements-2)
	}
}

// No value of a policy or an authorization reaches the log: a member's ID is personal.
func TestNoValueReachesTheLog(t *testing.T) {
	d := newDesk(t)
	p, a := d.insure(policy()), d.authorize(leave())
	in, l := policy(), leave()
	in.MemberID, l.Number, l.Remark = "Zvother", "Zvnext", new("Zvremark")
	dbtest.Must[*ent.InsurancePolicy](t)(insurance.EditPolicy(d.As(d.a.Owner), d.Log, d.a.ID, p.ID, 1, in))
	dbtest.Must[*ent.Authorization](t)(insurance.EditAuthorization(d.As(d.a.Owner), d.Log, d.a.ID, a.ID, 1, l))
	stored := string(dbtest.Must[[]byte](t)(json.Marshal(d.Events(d.a.ID))))
	for _, value := range []string{"Zv", "ID M1", "Maple", "2026-12-31"} {
		if strings.Contains(stored, value) {
			t.Errorf("%q is in the log", value)
		}
	}
}

// Who referred the client stays on the policy, also once they are no longer offered; and somebody else's
// address goes with somebody else.
func TestWhoReferredStays(t *testing.T) {
	d := newDesk(t)
	in := policy()
	in.ReferringProvider = new("NPI 1")
	in.Relationship, in.SubscriberName, in.SubscriberStreet, in.SubscriberZip = insurancepolicy.RelationshipSPOUSE, new("Bo Adams"), new("3 Oak"), new("12207")
	p := d.insure(in)
	if p.ReferringName == nil || *p.ReferringName != "Ida Vale" || p.SubscriberStreet != "3 Oak" {
		t.Fatalf("%+v", p)
	}
	d.Owner(`UPDATE referring_providers SET active = false`)
	in.Relationship = insurancepolicy.RelationshipSELF
	p, err := insurance.EditPolicy(d.As(d.a.Owner), d.Log, d.a.ID, p.ID, p.Version, in)
	if err != nil || *p.ReferringProvider != "NPI 1" || p.SubscriberStreet != "" {
		t.Fatalf("%+v, %v", p, err)
	}
	in.ReferringProvider = nil
	if p, err = insurance.EditPolicy(d.As(d.a.Owner), d.Log, d.a.ID, p.ID, p.Version, in); err != nil || p.ReferringName != nil {
		t.Fatalf("%+v, %v", p, err)
	}
}
