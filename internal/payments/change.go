package payments

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/ledgerentry"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// posting is a change to the ledger of one client.
type posting struct {
	tx    *activity.Tx
	e     *activity.Event
	today column.Date
	*Book
	// methods are the codes of the payment types by which money comes in, once one is looked up.
	methods []string
	// received and added are the payments and the entries that are to be written.
	received []*ent.PaymentCreate
	added    []*ent.LedgerEntryCreate
}

// find says whose ledger is to be changed.
type find func(ctx context.Context, tx *activity.Tx) (client uuid.UUID, err error)

// change opens a client's ledger, lets do add to it, and gives it as it is then. Those who change
// the ledgers of an account wait for each other.
func change(ctx context.Context, log *activity.Log, e activity.Event, whose find, do func(context.Context, *posting) error) (*Book, error) {
	var after *Book
	err := log.Change(database.In(ctx, e.Account), e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		p, err := begin(ctx, tx, e, whose)
		if err != nil {
			return err
		}
		if err := do(ctx, p); err != nil {
			return err
		}
		if err := p.save(ctx); err != nil {
			return err
		}
		after, err = open(ctx, tx.Client, e.Account, p.Client.ID)
		return err
	})
	return after, refused(err)
}

func begin(ctx context.Context, tx *activity.Tx, e *activity.Event, whose find) (*posting, error) {
	if err := tx.Lock(ctx, e.Account); err != nil {
		return nil, err
	}
	client, err := whose(ctx, tx)
	if err != nil {
		return nil, err
	}
	book, err := open(ctx, tx.Client, e.Account, client)
	if err != nil {
		return nil, err
	}
	day, err := database.Today(ctx, tx, e.Account)
	if err != nil {
		return nil, err
	}
	e.Changes = map[string]any{"amount": []string{"changed"}}
	return &posting{tx: tx, e: e, today: column.Date(day), Book: book}, nil
}

// add plans an entry of the client, and counts it at its session. Its id is made by ent unless it
// is said.
func (p *posting) add(ctx context.Context, e ent.LedgerEntry) {
	if e.SessionID != nil {
		p.session(*e.SessionID).take(&Entry{LedgerEntry: &e, of: p.kindOf(e)})
	}
	create := p.tx.LedgerEntry.Create().SetAccountID(p.e.Account).SetClientID(p.Client.ID).
		SetNillableSessionID(e.SessionID).SetNillablePaymentID(e.PaymentID).SetNillableReversesID(e.ReversesID).
		SetKind(e.Kind).SetAmount(e.Amount).SetEntryDate(e.EntryDate).SetReason(e.Reason).SetPostedBy(poster(ctx)).
		SetNillableTypeCode(e.TypeCode).SetNillableTypeLabel(e.TypeLabel)
	if e.ID != uuid.Nil {
		create.SetID(e.ID)
	}
	p.added = append(p.added, create)
}

// kindOf is the kind of what an entry takes back, and the entry's own kind otherwise.
func (p *posting) kindOf(e ent.LedgerEntry) ledgerentry.Kind {
	if e.ReversesID != nil {
		return p.entry(*e.ReversesID).of
	}
	return e.Kind
}

func (p *posting) save(ctx context.Context) error {
	if len(p.added) == 0 {
		return nil
	}
	err := p.tx.Payment.CreateBulk(p.received...).Exec(ctx)
	if err == nil {
		err = p.tx.LedgerEntry.CreateBulk(p.added...).Exec(ctx)
	}
	if _, there := database.AlreadyThere(err); there {
		return otherForm() // the form's key was another client's
	}
	if err != nil {
		return fmt.Errorf("write the ledger: %w", err)
	}
	return nil
}

// poster is who writes into the ledger.
func poster(ctx context.Context) string {
	if v := access.ViewerFrom(ctx); v != nil {
		return v.Name
	}
	return ""
}

// again tells that a form was sent a second time: nothing is written, and the ledger only shown.
func (p *posting) again() error {
	p.e.Code, p.e.Action, p.e.Changes = "ledger.opened", activity.Read, nil
	concern(p.e, p.Client.ID, p.Client.ID)
	p.e.EntityType = "Client"
	return nil
}

func otherForm() error {
	return problem.New(problem.Conflict, "This form was posted already, with other values. Look at the ledger, and begin a new one.")
}

// ofSession finds whose ledger a session is in.
func ofSession(account, session uuid.UUID) find {
	return first(ledgerentry.AccountID(account), ledgerentry.SessionID(session))
}

// ofPayment finds whose ledger a payment is in.
func ofPayment(account, payment uuid.UUID) find {
	return first(ledgerentry.AccountID(account), ledgerentry.PaymentID(payment))
}

// ofEntry finds whose ledger an entry is in.
func ofEntry(account, entry uuid.UUID) find {
	return first(ledgerentry.AccountID(account), ledgerentry.ID(entry))
}
