package demo

import (
	"fmt"
	"strconv"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/payment"
	"lanyard/internal/globalid"
	"lanyard/internal/payments"
)

// cashier makes up what came in for the bills of an account.
type cashier struct {
	maker
	*account
	today time.Time
}

// advance is what a few clients have paid before anything is owed for it, in cents.
const advance = 10000

func (c cashier) year(all []bill) (received []payments.Received) {
	pays := map[uuid.UUID]int{}
	for _, b := range all {
		if _, known := pays[b.client]; !known {
			pays[b.client] = c.IntN(100)
		}
		left := b.owed()
		if c.insured[b.client] != "" {
			received = append(received, c.remittance(b, left)...)
		}
		received = append(received, c.byClient(b, left, pays[b.client])...)
	}
	for range 3 {
		in := c.paid(draw(c.maker, all).client, advance, c.today.AddDate(0, 0, -1-c.IntN(40)))
		received = append(received, payments.Received{PaymentInput: in})
	}
	return received
}

// owed is what the sessions of a bill cost beyond what was paid at them.
func (b bill) owed() map[uuid.UUID]int64 {
	left := map[uuid.UUID]int64{}
	for _, s := range b.sessions {
		left[s.ID] = s.Charge - s.PaidAtSession
	}
	return left
}

// remittance is what the insurance pays some weeks later: what it allows, less the copay. The rest
// above it is written off. Of some sessions it pays nothing yet.
func (c cashier) remittance(b bill, left map[uuid.UUID]int64) []payments.Received {
	came := c.after(b, 14, 30)
	if came.After(c.today) || c.percent(3) {
		return nil
	}
	one := payments.Received{PaymentInput: c.paid(b.client, 0, came), Reason: "Above what the insurance allows"}
	one.Payer, one.Method, one.CheckNumber = payment.PayerINSURANCE, "INSURANCE", new(fmt.Sprintf("%07d", c.IntN(10_000_000)))
	one.PayerName = new(c.insured[b.client])
	for _, s := range b.sessions {
		allowed := s.Charge * int64(72+c.IntN(4)*4) / 100
		part := min(allowed-copay, left[s.ID])
		off := min(s.Charge-allowed, left[s.ID]-part)
		if c.percent(2) || part <= 0 || off <= 0 {
			continue
		}
		one.Amount += part
		one.Allocations = append(one.Allocations, c.of(s, part))
		one.WrittenOff = append(one.WrittenOff, c.of(s, off))
		left[s.ID] -= part + off
	}
	if one.Amount == 0 {
		return nil
	}
	return []payments.Received{one}
}

// byClient is what the client pays of what is left. Habit tells how well a client pays.
func (c cashier) byClient(b bill, left map[uuid.UUID]int64, habit int) []payments.Received {
	came := c.after(b, 5, 70)
	if came.After(c.today) || c.percent(habit/6) {
		return nil
	}
	one := payments.Received{PaymentInput: c.paid(b.client, 0, came)}
	for _, s := range b.sessions {
		part := left[s.ID]
		if c.insured[b.client] != "" {
			part = min(part, copay)
		}
		if part > 0 && !c.percent(habit/12) {
			one.Amount += part
			one.Allocations = append(one.Allocations, c.of(s, part))
		}
	}
	if one.Amount == 0 {
		return nil
	}
	return []payments.Received{one}
}

// after is a day so many to so many days after the last session of a bill.
func (c cashier) after(b bill, first, last int) time.Time {
	day, err := time.Parse(time.DateOnly, string(b.sessions[len(b.sessions)-1].ServiceDate))
	if err != nil {
		panic(err)
	}
	return day.AddDate(0, 0, first+c.IntN(last-first))
}

func (c cashier) paid(client uuid.UUID, amount int64, on time.Time) payments.PaymentInput {
	in := payments.PaymentInput{
		Key: uuid.NewString(), Client: globalid.New("Client", c.id, client), Payer: payment.PayerCLIENT,
		Method: draw(c.maker, []string{"CASH", "CHECK", "CHECK", "CARD", "CARD", "EFT"}), Amount: amount,
		ReceivedOn: column.DateOf(on),
	}
	if in.Method == "CHECK" {
		in.CheckNumber = new(strconv.Itoa(1001 + c.IntN(8000)))
	}
	return in
}

func (c cashier) of(s *ent.ClientSession, amount int64) *payments.AllocationInput {
	return &payments.AllocationInput{Session: globalid.New("ClientSession", c.id, s.ID), Amount: amount}
}
