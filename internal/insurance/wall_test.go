package insurance_test

import (
	"reflect"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/insurance"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

func TestWithInsuranceAloneThePayersAndNamesAreSeen(t *testing.T) {
	d := newDesk(t)
	d.insure(policy())
	v := d.Username(d.a, "desk", access.Levels{access.Insurance: access.Full})
	p := dbtest.Must[*ent.InsurancePolicy](t)(insurance.AddPolicy(d.As(v), d.Log, d.a.ID, d.Client(d.a, "Bo", "Brown").ID, policy()))
	if p.Edges.Client.DisplayName != "Bo Brown" || p.PayerName != "Maple Mutual" {
		t.Errorf("%+v", p)
	}
	if payers := dbtest.Must[[]*ent.Payer](t)(insurance.Payers(d.As(v), d.Log, d.a.ID)); len(payers) != 2 {
		t.Errorf("%v", payers)
	}
	for name, levels := range map[string]access.Levels{"nothing": {}, "others": {access.Clients: access.Full, access.ClientSessions: access.Full, access.Invoices: access.Full}} {
		v := d.Username(d.a, name, levels)
		p := dbtest.Must[*page.Page[*ent.InsurancePolicy]](t)(insurance.Policies(d.As(v), d.Log, d.a.ID, insurance.PolicyQuery{Args: page.Args{First: 5}}))
		a := dbtest.Must[*page.Page[*ent.Authorization]](t)(insurance.Authorizations(d.As(v), d.Log, d.a.ID, insurance.AuthorizationQuery{Args: page.Args{First: 5}}))
		if len(p.Nodes)+len(a.Nodes) > 0 {
			t.Errorf("%s: sees %v, %v", name, p.Nodes, a.Nodes)
		}
	}
}

func TestViewOnlyCannotWritePastTheWall(t *testing.T) {
	d := newDesk(t)
	p, a := d.insure(policy()), d.authorize(leave())
	v := d.Username(d.a, "viewer", access.Levels{access.Insurance: access.View})
	if _, err := insurance.AddAuthorization(d.As(v), d.Log, d.a.ID, d.client.ID, leave()); problem.As(err) == nil || problem.As(err).Code != problem.Forbidden {
		t.Errorf("added, or refused without a word: %v", err)
	}
	if _, err := insurance.SetPolicyActive(d.As(v), d.Log, d.a.ID, p.ID, 1, false); err == nil || problem.As(err) != nil {
		t.Errorf("ended, or blamed on somebody else: %v", err)
	}
	if _, err := insurance.SetAuthorizationActive(d.As(v), d.Log, d.a.ID, a.ID, 1, false); err == nil || problem.As(err) != nil {
		t.Errorf("ended, or blamed on somebody else: %v", err)
	}
}

func TestWhatIsAnotherAccountsIsUnknown(t *testing.T) {
	d := newDesk(t)
	other := d.Account("b")
	master := d.Join(d.a.Owner, other, access.OwnerLevels())
	for _, ids := range [][2]uuid.UUID{{d.insure(policy()).ID, d.authorize(leave()).ID}, {uuid.New(), uuid.New()}} {
		ctx := d.As(master)
		_, opened := insurance.Policy(ctx, d.Log, other.ID, ids[0])
		_, edited := insurance.EditPolicy(ctx, d.Log, other.ID, ids[0], 1, policy())
		_, ended := insurance.SetPolicyActive(ctx, d.Log, other.ID, ids[0], 1, false)
		_, opened2 := insurance.Authorization(ctx, d.Log, other.ID, ids[1])
		_, edited2 := insurance.EditAuthorization(ctx, d.Log, other.ID, ids[1], 1, leave())
		_, ended2 := insurance.SetAuthorizationActive(ctx, d.Log, other.ID, ids[1], 1, false)
		for _, err := range []error{opened, edited, ended, opened2, edited2, ended2} {
			if !reflect.DeepEqual(problem.As(err), problem.Missing()) {
				t.Errorf("got %v", err)
			}
		}
	}
}

func TestStaleChangesAreConflicts(t *testing.T) {
	d := newDesk(t)
	p, a := d.insure(policy()), d.authorize(leave())
	in, l := policy(), leave()
	in.MemberID, l.SessionsAllowed = "2", 20
	dbtest.Must[*ent.InsurancePolicy](t)(insurance.EditPolicy(d.As(d.a.Owner), d.Log, d.a.ID, p.ID, 1, in))
	dbtest.Must[*ent.Authorization](t)(insurance.EditAuthorization(d.As(d.a.Owner), d.Log, d.a.ID, a.ID, 1, l))
	ctx, c := activity.WithCollector(d.As(d.a.Owner))
	_, err := insurance.EditPolicy(ctx, d.Log, d.a.ID, p.ID, 1, policy())
	isConflict(t, err, map[string]any{"memberId": "2"})
	_, err = insurance.EditAuthorization(ctx, d.Log, d.a.ID, a.ID, 1, leave())
	isConflict(t, err, map[string]any{"sessionsAllowed": 20})
	if read := c.Take(); len(read) != 2 || read[0].Code != "policy.opened" || read[1].Code != "authorization.opened" {
		t.Errorf("the current values were shown, but noted is %+v", read)
	}
}

func isConflict(t *testing.T, err error, theirs map[string]any) {
	t.Helper()
	if p := problem.As(err); p == nil || p.Code != problem.Conflict || !reflect.DeepEqual(p.Details, map[string]any{"version": 2, "theirs": theirs}) {
		t.Errorf("got %v with %v", err, p)
	}
}
