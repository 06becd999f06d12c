package payments

import (
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/payment"
	"lanyard/internal/form"
	"lanyard/internal/globalid"
	"lanyard/internal/money"
)

// PaymentInput is the form of a payment.
type PaymentInput struct {
	// Key is made by the form: sent twice, it is the same payment.
	Key    string
	Client globalid.ID
	Payer  payment.Payer
	// PayerName is asked for of an insurance or another payer.
	PayerName *string
	// Method is a payment type of the account, by its code.
	Method      string
	CheckNumber *string
	// Amount is in cents.
	Amount     int64
	ReceivedOn column.Date
	Remark     *string
	// Allocations are what it pays at once.
	Allocations []*AllocationInput
	// OldestFirst allocates what is left to what has been owed longest.
	OldestFirst bool
}

// AllocationInput is what a payment is to pay of a session.
type AllocationInput struct {
	Session globalid.ID
	Amount  int64
	// entry is the id of the entry at the session, where a form's key says it.
	entry uuid.UUID
}

// SessionInput is a write-off or an adjustment of a session.
type SessionInput struct {
	Key     string
	Session globalid.ID
	Amount  int64
	// Type is a payment type of the account, by its code; nil: none.
	Type   *string
	Reason string
}

// RefundInput is money that is given back of a payment.
type RefundInput struct {
	Key     string
	Payment globalid.ID
	Amount  int64
	Type    *string
	Reason  string
}

// The most of an amount, in cents, and of the texts, in characters.
const (
	maxAmount = 1_000_000_00
	maxNumber = 30
	maxRemark = 500
)

// earliest is the first day that a payment may be of: a year typed wrongly is before it.
const earliest = column.Date("2000-01-01")

// read gives the payment that the form wants, everything checked that needs no look at the account.
func (in PaymentInput) read(account uuid.UUID) (*ent.Payment, error) {
	var c form.Checks
	p := &ent.Payment{
		ID: c.Key(account, in.Key), AccountID: account, ClientID: in.Client.In("Client", account), Payer: in.Payer,
		PayerName: c.Line("payerName", in.PayerName, form.MaxLine), Method: c.Line("method", &in.Method, maxNumber),
		CheckNumber: c.Line("checkNumber", in.CheckNumber, maxNumber), Amount: in.Amount,
		ReceivedOn: c.Day("receivedOn", in.ReceivedOn, earliest, form.Today(), "A payment came in since 2000, and not in the future."),
		Remark:     c.Text("remark", in.Remark, maxRemark),
	}
	c.Known("payer", payment.PayerValidator(in.Payer))
	if in.Payer == payment.PayerCLIENT {
		p.PayerName = ""
	} else {
		c.Needed("payerName", p.PayerName, "Say who paid.")
	}
	c.Needed("method", p.Method, "Choose how it was paid.")
	checkAmount(&c, in.Amount)
	return p, c.Fault()
}

func checkAmount(c *form.Checks, cents int64) {
	if cents <= 0 {
		c.Fail("amount", "Enter more than nothing.")
	}
	if cents > maxAmount {
		c.Fail("amount", "Enter at most %s.", money.Dollars(maxAmount))
	}
}

func reason(c *form.Checks, text string) string {
	return c.Needed("reason", c.Line("reason", &text, maxRemark), "Say why.")
}

// spelled is a date as the screens write it.
func spelled(date column.Date) string {
	t, err := time.Parse(time.DateOnly, string(date))
	if err != nil {
		return string(date)
	}
	return t.Format("Jan 2, 2006")
}
