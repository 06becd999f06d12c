package payments

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/ledgerentry"
	"lanyard/ent/gen/ent/paymenttype"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// PostPayment posts money that came in for a client, and allocates it as far as is said. Sent twice
// with the same key it is posted once. It fails with BAD_USER_INPUT for a field that is not right.
func PostPayment(ctx context.Context, log *activity.Log, account uuid.UUID, in PaymentInput) (*Book, error) {
	wanted, err := in.read(account)
	if err != nil {
		return nil, err
	}
	whose := func(ctx context.Context, tx *activity.Tx) (uuid.UUID, error) {
		_, err := clientnames.Find(ctx, tx, account, wanted.ClientID)
		return wanted.ClientID, err
	}
	return change(ctx, log, event(account, "payment.posted", activity.Create, "Payment"), whose, func(ctx context.Context, p *posting) error {
		if posted := p.payment(&wanted.ID); posted != nil {
			if !isSame(posted.Payment, wanted) {
				return otherForm()
			}
			return p.again()
		}
		concern(p.e, wanted.ClientID, wanted.ID)
		return p.pay(ctx, wanted, in)
	})
}

// isSame tells whether a form that is sent again says the same. What it pays of sessions may have
// changed since, and is not compared.
func isSame(a, b *ent.Payment) bool {
	return a.Amount == b.Amount && a.ReceivedOn == b.ReceivedOn && a.Payer == b.Payer && a.PayerName == b.PayerName &&
		a.Method == b.Method && a.CheckNumber == b.CheckNumber && a.Remark == b.Remark
}

// pay plans a payment and what it pays.
func (p *posting) pay(ctx context.Context, wanted *ent.Payment, in PaymentInput) error {
	if err := p.receive(ctx, wanted); err != nil {
		return err
	}
	left, err := p.allocate(ctx, wanted.ID, wanted.Amount, in.Allocations)
	if err != nil || !in.OldestFirst {
		return err
	}
	_, err = p.allocate(ctx, wanted.ID, left, OldestFirst(p.Book, left))
	return err
}

// receive plans the payment and its entry: the client's credit.
func (p *posting) receive(ctx context.Context, wanted *ent.Payment) error {
	if wanted.ReceivedOn > p.today {
		return problem.Invalid("receivedOn", "A payment came in since 2000, and not in the future.")
	}
	if err := p.checkMethod(ctx, wanted); err != nil {
		return err
	}
	p.received = append(p.received, p.tx.Payment.Create().SetID(wanted.ID).SetAccountID(wanted.AccountID).SetClientID(wanted.ClientID).
		SetPayer(wanted.Payer).SetPayerName(wanted.PayerName).SetMethod(wanted.Method).SetCheckNumber(wanted.CheckNumber).
		SetAmount(wanted.Amount).SetReceivedOn(wanted.ReceivedOn).SetRemark(wanted.Remark).SetPostedBy(poster(ctx)))
	p.add(ctx, ent.LedgerEntry{PaymentID: &wanted.ID, Kind: ledgerentry.KindPAYMENT, Amount: -wanted.Amount, EntryDate: wanted.ReceivedOn})
	return nil
}

// methods are the payment types by which money comes in.
func methods(account uuid.UUID) []predicate.PaymentType {
	return []predicate.PaymentType{paymenttype.AccountID(account), paymenttype.Active(true), paymenttype.SignEQ(paymenttype.SignLOWERS)}
}

func (p *posting) checkMethod(ctx context.Context, wanted *ent.Payment) (err error) {
	if p.methods == nil {
		p.methods, err = p.tx.PaymentType.Query().Where(methods(wanted.AccountID)...).Select(paymenttype.FieldNaturalKey).Strings(ctx)
	}
	if err != nil {
		return fmt.Errorf("look up the payment types: %w", err)
	}
	if !slices.Contains(p.methods, wanted.Method) {
		return problem.Invalid("method", "Choose a payment type of this account that is in use.")
	}
	return nil
}

// Methods are the payment types to choose from, in the order of their labels.
func Methods(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.PaymentType, error) {
	return log.Reader().PaymentType.Query().Where(methods(account)...).
		Order(paymenttype.ByLabel(), paymenttype.ByID()).All(database.In(ctx, account))
}
