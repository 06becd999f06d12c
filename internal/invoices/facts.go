package invoices

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/ent/gen/ent/clientname"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/ent/gen/ent/ledgerentry"
	"lanyard/ent/gen/ent/practice"
	"lanyard/internal/problem"
)

// mostSessions is how many sessions are invoiced at once.
const mostSessions = 200

// facts are all that invoices of some sessions are made of. What the viewer may not read the
// database leaves out: see insured.
type facts struct {
	account  *ent.Account
	practice printed
	sessions []*ent.ClientSession
	names    map[uuid.UUID]*ent.ClientName
	// descriptions are those of the billing codes, by the code.
	descriptions map[string]string
	// paid is what was paid for each session, in cents; see readPaid.
	paid map[uuid.UUID]int64
	insured
}

// gather reads the facts, with the open sessions of these ids in the order of their days.
func gather(ctx context.Context, db *ent.Client, account uuid.UUID, kind invoice.Kind, ids []uuid.UUID) (*facts, error) {
	f := &facts{}
	for _, step := range []func() error{
		func() (err error) { f.sessions, err = open(ctx, db, account, kind, distinct(ids)); return err },
		func() (err error) { f.account, err = db.Account.Get(ctx, account); return err },
		func() (err error) { f.practice.Practice, err = readPractice(ctx, db, account); return err },
		func() (err error) { f.names, err = readNames(ctx, db, f.sessions); return err },
		func() (err error) { f.descriptions, err = describe(ctx, db, account, f.sessions); return err },
		func() (err error) { f.paid, err = readPaid(ctx, db, kind, f.sessions); return err },
		func() (err error) {
			if kind == invoice.KindCLAIM {
				f.insured, err = insure(ctx, db, account, f.sessions)
			}
			return err
		},
	} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("read what is to be invoiced: %w", err)
		}
	}
	return f, nil
}

func open(ctx context.Context, db *ent.Client, account uuid.UUID, kind invoice.Kind, ids []uuid.UUID) ([]*ent.ClientSession, error) {
	if len(ids) == 0 || len(ids) > mostSessions {
		return nil, problem.Invalid("sessions", "Choose 1 to %d sessions.", mostSessions)
	}
	found, err := db.ClientSession.Query().Where(clientsession.AccountID(account), clientsession.IDIn(ids...)).
		Order(clientsession.ByServiceDate(), clientsession.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	if len(found) < len(ids) {
		return nil, problem.Missing()
	}
	for _, s := range found {
		switch {
		case s.Status != clientsession.StatusOPEN:
			return nil, taken()
		case s.BillTo != billTo[kind]:
			return nil, problem.Invalid("sessions", "The session of %s is billed to the other side: an invoice is for the client, a claim for the insurance.", day(s.ServiceDate))
		}
	}
	return found, nil
}

// taken answers whoever invoices what is no longer as it was shown.
func taken() error {
	return problem.New(problem.Conflict, "A session was invoiced, changed or voided in the meantime. Nothing was generated: look at what is open now.")
}

func readPractice(ctx context.Context, db *ent.Client, account uuid.UUID) (*ent.Practice, error) {
	p, err := db.Practice.Query().Where(practice.AccountID(account)).Only(ctx)
	if ent.IsNotFound(err) {
		return new(ent.Practice), nil
	}
	return p, err
}

func clientsOf(sessions []*ent.ClientSession) []uuid.UUID {
	ids := make([]uuid.UUID, len(sessions))
	for i, s := range sessions {
		ids[i] = s.ClientID
	}
	return distinct(ids)
}

func readNames(ctx context.Context, db *ent.Client, sessions []*ent.ClientSession) (map[uuid.UUID]*ent.ClientName, error) {
	found, err := db.ClientName.Query().Where(clientname.IDIn(clientsOf(sessions)...)).All(ctx)
	return keyed(found, func(n *ent.ClientName) uuid.UUID { return n.ID }), err
}

func describe(ctx context.Context, db *ent.Client, account uuid.UUID, sessions []*ent.ClientSession) (map[string]string, error) {
	var codes []string
	for _, s := range sessions {
		codes = append(codes, s.BillingCode)
	}
	slices.Sort(codes)
	found, err := db.BillingCode.Query().Where(billingcode.AccountID(account), billingcode.NaturalKeyIn(slices.Compact(codes)...)).All(ctx)
	descriptions := map[string]string{}
	for _, c := range found {
		descriptions[c.NaturalKey] = c.Description
	}
	return descriptions, err
}

// readPaid is what came in for each session. A client's invoice asks for what is owed, so there it is
// the charge less that: what was written off or adjusted counts too.
func readPaid(ctx context.Context, db *ent.Client, kind invoice.Kind, sessions []*ent.ClientSession) (map[uuid.UUID]int64, error) {
	ids, paid := make([]uuid.UUID, len(sessions)), map[uuid.UUID]int64{}
	for i, s := range sessions {
		ids[i] = s.ID
		if kind == invoice.KindINVOICE {
			paid[s.ID] = s.Charge
		}
	}
	entries, err := db.LedgerEntry.Query().Where(ledgerentry.SessionIDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	byID := keyed(entries, func(e *ent.LedgerEntry) uuid.UUID { return e.ID })
	for _, e := range entries {
		if kind == invoice.KindINVOICE || isMoney(e, byID) {
			paid[*e.SessionID] -= e.Amount
		}
	}
	return paid, nil
}

// isMoney tells whether an entry is of money that came in, or of its being taken back.
func isMoney(e *ent.LedgerEntry, of map[uuid.UUID]*ent.LedgerEntry) bool {
	if e.ReversesID != nil && of[*e.ReversesID] != nil {
		e = of[*e.ReversesID]
	}
	return e.Kind == ledgerentry.KindPAYMENT || e.Kind == ledgerentry.KindALLOCATION
}

func keyed[K comparable, T any](rows []T, key func(T) K) map[K]T {
	all := make(map[K]T, len(rows))
	for _, row := range rows {
		all[key(row)] = row
	}
	return all
}
