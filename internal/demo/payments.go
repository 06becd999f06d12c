package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/payment"
	"lanyard/internal/clientsessions"
	"lanyard/internal/page"
	"lanyard/internal/payments"
)

// The fee for a check that came back, and the most that is forgiven at once, in cents.
const bounced, hardship = 1500, 20000

// receivePayments is most of a year of money that came in, entered by the biller.
func (f *filler) receivePayments(ctx context.Context) error {
	for i, a := range f.accounts {
		sessions, err := f.readSessions(ctx, a)
		if err != nil {
			return fmt.Errorf("read the sessions of %s: %w", a.provider, err)
		}
		//nolint:gosec // the same payments each time are what is wanted, and nothing is kept secret by it
		c := cashier{maker: maker{Rand: rand.New(rand.NewPCG(seed, uint64(400+i)))}, account: a, today: time.Now()}
		received := c.year(sessions)
		err = f.as(ctx, f.biller.person, func(ctx context.Context) error { return payments.TakeOver(ctx, f.log, a.id, received) })
		if err != nil {
			return fmt.Errorf("post the payments of %s: %w", a.provider, err)
		}
		if err := f.correct(ctx, a, received); err != nil {
			return fmt.Errorf("correct the payments of %s: %w", a.provider, err)
		}
	}
	return nil
}

// correct is what went otherwise: an advance that is given back in part, a check that came back and
// its fee, and what a client can never pay.
func (f *filler) correct(ctx context.Context, a *account, received []payments.Received) error {
	return f.as(ctx, f.biller.person, func(ctx context.Context) error {
		_, err := payments.Refund(ctx, f.log, a.id, payments.RefundInput{
			Key: uuid.NewString(), Payment: received[len(received)-1].ID(a.id), Amount: advance / 2, Reason: "Fewer sessions than planned",
		})
		if err != nil {
			return err
		}
		if err := f.bounce(ctx, a, received); err != nil {
			return err
		}
		return f.forgive(ctx, a)
	})
}

// bounce takes back the last check of a client that paid for something.
func (f *filler) bounce(ctx context.Context, a *account, received []payments.Received) error {
	for i := range received {
		in := received[len(received)-1-i]
		if in.Payer != payment.PayerCLIENT || in.Method != "CHECK" || len(in.Allocations) == 0 {
			continue
		}
		if _, err := payments.ReversePayment(ctx, f.log, a.id, in.ID(a.id).Row, "The check came back unpaid"); err != nil {
			return err
		}
		_, err := payments.Adjust(ctx, f.log, a.id, payments.SessionInput{
			Key: uuid.NewString(), Session: in.Allocations[0].Session, Amount: bounced, Reason: "What the bank asks for the check that came back",
		})
		return err
	}
	return nil
}

// forgive writes off the oldest session of who owes the most.
func (f *filler) forgive(ctx context.Context, a *account) error {
	most, err := payments.List(ctx, f.log, a.id, payments.Query{Args: page.Args{First: 1}, Order: payments.ByTotal})
	if err != nil {
		return err
	}
	book, err := payments.Ledger(ctx, f.log, a.id, most.Nodes[0].Client.ID)
	if err != nil {
		return err
	}
	part := payments.OldestFirst(book, hardship)[0]
	_, err = payments.WriteOff(ctx, f.log, a.id, payments.SessionInput{Key: uuid.NewString(), Session: part.Session, Amount: part.Amount, Reason: "Hardship"})
	return err
}

// sessionsAtOnce is how many sessions are read at once.
const sessionsAtOnce = 200

// readSessions reads the sessions of an account, the oldest first, by client and month.
func (f *filler) readSessions(ctx context.Context, a *account) ([]bill, error) {
	var all []*ent.ClientSession
	err := f.as(ctx, f.biller.person, func(ctx context.Context) error {
		args := page.Args{First: sessionsAtOnce}
		for {
			p, err := clientsessions.List(ctx, f.log, a.id, clientsessions.Query{Args: args})
			if err != nil {
				return err
			}
			all = append(all, p.Nodes...)
			info := p.PageInfo()
			if !info.HasNextPage {
				return nil
			}
			args.After = *info.EndCursor
		}
	})
	return bills(all), err
}

// bill is what a client owes for the sessions of a month.
type bill struct {
	client   uuid.UUID
	month    string
	sessions []*ent.ClientSession
}

// bills gathers sessions, which come the newest first, into bills, the oldest first.
func bills(newest []*ent.ClientSession) (all []bill) {
	at := map[string]int{}
	for i := range newest {
		s := newest[len(newest)-1-i]
		month := string(s.ServiceDate[:len("2006-01")])
		key := s.ClientID.String() + month
		if _, there := at[key]; !there {
			at[key], all = len(all), append(all, bill{client: s.ClientID, month: month})
		}
		b := &all[at[key]]
		b.sessions = append(b.sessions, s)
	}
	return all
}
