package reports

import (
	"context"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/payments"
)

// ExportStatement gives the ledger of one client as a file or for paper, with the balance after each
// entry. It fails with NOT_FOUND for a client that this account does not have.
func ExportStatement(ctx context.Context, log *activity.Log, account, client uuid.UUID, use Use) (*File, error) {
	book, err := payments.Open(ctx, log, account, client)
	if err != nil {
		return nil, err
	}
	f := statement(book)
	return f, f.leave(ctx, use, account, clientStatement, nil, client)
}

func statement(book *payments.Book) *File {
	days := map[uuid.UUID]string{}
	for _, s := range book.Sessions {
		days[s.ID] = string(s.ServiceDate)
	}
	f := newFile("Date", "Entry", "Type", "Date of service", "Remark", "Posted by", "Amount", "Balance")
	for _, e := range book.Entries {
		day := ""
		if e.SessionID != nil {
			day = days[*e.SessionID]
		}
		f.line(append([]string{string(e.EntryDate), plain(string(e.Kind)), typeOf(e), day, e.Reason, e.PostedBy}, dollars(e.Amount, e.Balance)...))
	}
	f.Total = append([]string{"Owed in all", "", "", "", "", ""}, dollars(book.Due(), book.Due()-book.Credit())...)
	return f
}

// typeOf is what the payment type of an entry was called.
func typeOf(e *payments.Entry) string {
	if e.TypeLabel == nil {
		return ""
	}
	return *e.TypeLabel
}
