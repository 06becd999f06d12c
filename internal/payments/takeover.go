package payments

import (
	"context"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/ledgerentry"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Received is a payment of a record that was kept elsewhere, and what was written off when it came.
type Received struct {
	PaymentInput
	WrittenOff []*AllocationInput
	// Reason is why it was written off.
	Reason string
}

// TakeOver posts the payments of a record that was kept elsewhere, each on the day that it came in,
// all or none, as one event. It fails as PostPayment and WriteOff do, for the first that is not right.
func TakeOver(ctx context.Context, log *activity.Log, account uuid.UUID, received []Received) error {
	return log.Change(database.In(ctx, account), event(account, "payment.posted", activity.Create, "Payment"), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		for _, its := range byClient(account, received) {
			p, err := begin(ctx, tx, e, func(context.Context, *activity.Tx) (uuid.UUID, error) {
				return its[0].Client.In("Client", account), nil
			})
			if err != nil {
				return err
			}
			e.Clients = append(e.Clients, p.Client.ID)
			for _, one := range its {
				if err := p.takeOver(ctx, one); err != nil {
					return err
				}
			}
			if err := p.save(ctx); err != nil {
				return refused(err)
			}
		}
		e.RowCount = len(e.Entities)
		return nil
	})
}

// byClient gathers what came in for each client, in the order of the first of each.
func byClient(account uuid.UUID, received []Received) (all [][]Received) {
	at := map[uuid.UUID]int{}
	for _, one := range received {
		client := one.Client.In("Client", account)
		i, there := at[client]
		if !there {
			i, all = len(all), append(all, nil)
			at[client] = i
		}
		all[i] = append(all[i], one)
	}
	return all
}

func (p *posting) takeOver(ctx context.Context, one Received) error {
	wanted, err := one.read(p.e.Account)
	if err != nil {
		return err
	}
	p.today = wanted.ReceivedOn
	p.e.Entities = append(p.e.Entities, wanted.ID)
	if err := p.pay(ctx, wanted, one.PaymentInput); err != nil {
		return err
	}
	for _, off := range one.WrittenOff {
		s := p.session(off.Session.In("ClientSession", p.e.Account))
		if s == nil || off.Amount <= 0 {
			return problem.Invalid("writtenOff", "Write off more than nothing of a session of this client.")
		}
		if err := p.adjust(ctx, s, ent.LedgerEntry{SessionID: &s.ID, Kind: ledgerentry.KindWRITE_OFF, Amount: -off.Amount, Reason: one.Reason}); err != nil {
			return err
		}
	}
	return nil
}
