package reports

import (
	"context"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/calendar"
	"lanyard/internal/clients"
	"lanyard/internal/clientsessions"
	"lanyard/internal/insurance"
	"lanyard/internal/invoices"
	"lanyard/internal/notes"
	"lanyard/internal/payments"
	"lanyard/internal/problem"
)

// Record is the record of one client, which is handed out on request (45 CFR 164.524). Each part is
// read as it is asked for, and is an event of the section that holds it. Psychotherapy notes are apart
// from the record, and there is no part for them.
type Record struct {
	client *ent.Patient
	log    *activity.Log
	code   string
}

// Table is a part of a record: a title, and lines below headings. Without headings a line is the name
// of a value and the value.
type Table struct {
	Title string
	*File
}

// recordLeaving is what the log calls each use of a record.
var recordLeaving = map[Use]string{ToFile: "record.exported", ToPaper: "record.printed"}

// ExportRecord gives the record of a client as a file or for paper. It fails with NOT_FOUND for a
// client that this account does not have.
func ExportRecord(ctx context.Context, log *activity.Log, account, client uuid.UUID, use Use) (*Record, error) {
	code, ok := recordLeaving[use]
	if !ok {
		return nil, problem.Invalid("use", "This is not one of the values.")
	}
	c, err := clients.Find(ctx, log, account, client)
	if err != nil {
		return nil, err
	}
	r := &Record{c, log, code}
	return r, r.leave(ctx, access.Clients, 1)
}

// OwningAccount is the account that the record belongs to.
func (r *Record) OwningAccount() uuid.UUID { return r.client.AccountID }

// leave records that the part of a section leaves the app.
func (r *Record) leave(ctx context.Context, s access.Section, rows int) error {
	e := told(r.client.AccountID, r.code, activity.Execute, clientRecord, nil, rows, r.client.ID)
	e.Section = s.String()
	return activity.Note(ctx, e)
}

// Details are the fields of the client.
func (r *Record) Details() []*Table { return []*Table{detailsOf(r.client)} }

// Insurance is the part of Insurance & Authorizations.
func (r *Record) Insurance(ctx context.Context) ([]*Table, error) {
	policies, authorizations, err := insurance.All(ctx, r.log, r.client.AccountID, r.client.ID)
	if err != nil {
		return nil, err
	}
	return []*Table{policyTable(policies), authorizationTable(authorizations)}, r.leave(ctx, access.Insurance, len(policies)+len(authorizations))
}

// Appointments is the part of Calendar.
func (r *Record) Appointments(ctx context.Context) ([]*Table, error) {
	zone, err := zoneOf(ctx, r.log, r.client.AccountID)
	if err != nil {
		return nil, err
	}
	all, err := calendar.All(ctx, r.log, r.client.AccountID, r.client.ID)
	if err != nil {
		return nil, err
	}
	t := newTable("Appointments", appointmentHeadings...)
	for _, a := range all {
		t.line(appointmentCells(a, zone))
	}
	return []*Table{t}, r.leave(ctx, access.Calendar, len(all))
}

// Sessions is the part of Client Sessions.
func (r *Record) Sessions(ctx context.Context) ([]*Table, error) {
	all, err := clientsessions.All(ctx, r.log, r.client.AccountID, clientsessions.Query{Client: &r.client.ID}, mostRows)
	if err != nil {
		return nil, err
	}
	t := newTable("Client sessions", sessionHeadings...)
	for _, s := range all {
		t.line(sessionCells(s))
	}
	return []*Table{t}, r.leave(ctx, access.ClientSessions, len(all))
}

// Notes is the part of Session Notes: a table for each note.
func (r *Record) Notes(ctx context.Context) ([]*Table, error) {
	zone, err := zoneOf(ctx, r.log, r.client.AccountID)
	if err != nil {
		return nil, err
	}
	all, err := notes.All(ctx, r.log, r.client.AccountID, r.client.ID)
	if err != nil {
		return nil, err
	}
	tables := make([]*Table, len(all))
	for i, n := range all {
		tables[i] = noteTable(n, zone)
	}
	return tables, r.leave(ctx, access.Notes, len(all))
}

// Invoices is the part of Invoices & Claims.
func (r *Record) Invoices(ctx context.Context) ([]*Table, error) {
	all, lines, err := invoices.All(ctx, r.log, r.client.AccountID, r.client.ID)
	if err != nil {
		return nil, err
	}
	return invoiceTables(all, lines), r.leave(ctx, access.Invoices, len(all))
}

// Ledger is the part of Payments & Balances.
func (r *Record) Ledger(ctx context.Context) ([]*Table, error) {
	book, err := payments.Open(ctx, r.log, r.client.AccountID, r.client.ID)
	if err != nil {
		return nil, err
	}
	return []*Table{{"Ledger", statement(book)}}, r.leave(ctx, access.Payments, len(book.Entries))
}
