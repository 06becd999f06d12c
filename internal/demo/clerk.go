package demo

import (
	"cmp"
	"slices"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/internal/invoices"
)

// clerk makes up what became of the bills of an account.
type clerk struct {
	maker
	today time.Time
}

// fate is what is billed of a month in one way.
type fate struct {
	month  string
	kind   invoice.Kind
	status invoice.Status
}

// year are the batches of a year, the oldest first.
func (c clerk) year(all []bill, message *uuid.UUID) (past []invoices.Past) {
	sessions := map[fate][]uuid.UUID{}
	var fates []fate
	for _, b := range all {
		lot, ago := c.IntN(100), c.monthsSince(b.month)
		for _, s := range b.sessions {
			at := fate{b.month, invoice.KindINVOICE, sent(ago, lot)}
			if s.BillTo == clientsession.BillToINSURANCE {
				at.kind, at.status = invoice.KindCLAIM, claimed(ago, lot)
			}
			if at.status == "" {
				continue
			}
			if sessions[at] == nil {
				fates = append(fates, at)
			}
			sessions[at] = append(sessions[at], s.ID)
		}
	}
	slices.SortStableFunc(fates, func(a, b fate) int { return cmp.Compare(a.month, b.month) })
	for _, at := range fates {
		past = append(past, c.batch(at, sessions[at], message))
	}
	return past
}

func (c clerk) batch(at fate, sessions []uuid.UUID, message *uuid.UUID) invoices.Past {
	p := invoices.Past{Status: at.status, Batch: invoices.Batch{
		ID: uuid.New(), Date: c.billed(at.month), Wish: invoices.Wish{Kind: at.kind, Sessions: sessions},
	}}
	if at.kind == invoice.KindINVOICE {
		p.Message = message
	}
	if at.status == invoice.StatusREJECTED {
		p.Reason = "The payer does not know this member ID"
	}
	return p
}

// sent is what became of a client's invoice, by how many months ago its sessions were; empty: they
// are not invoiced yet.
func sent(ago, lot int) invoice.Status {
	switch {
	case ago == 0, ago == 1 && lot < 15:
		return ""
	case ago == 1 && lot < 60:
		return invoice.StatusGENERATED
	}
	return invoice.StatusSUBMITTED
}

// claimed is what became of a claim.
func claimed(ago, lot int) invoice.Status {
	switch {
	case ago < 2, ago == 2 && lot < 15:
		return sent(ago, lot)
	case ago < 5 && lot >= 94:
		return invoice.StatusREJECTED
	}
	return invoice.StatusACCEPTED
}

func (c clerk) monthsSince(month string) int {
	then := beginning(month)
	return 12*(c.today.Year()-then.Year()) + int(c.today.Month()-then.Month())
}

// billed is the second day of the next month, or today.
func (c clerk) billed(month string) column.Date {
	day := beginning(month).AddDate(0, 1, 1)
	if day.After(c.today) {
		day = c.today
	}
	return column.DateOf(day)
}

func beginning(month string) time.Time {
	day, err := time.Parse("2006-01", month)
	if err != nil {
		panic(err)
	}
	return day
}
