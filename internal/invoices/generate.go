package invoices

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/ent/gen/ent/invoiceline"
	"lanyard/ent/gen/ent/invoicemessage"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Wish says what to make of which sessions.
type Wish struct {
	Kind     invoice.Kind
	Sessions []uuid.UUID
	// Message is an invoice message of the account; nil: none.
	Message *uuid.UUID
}

// text is the message's text.
func (w Wish) text(ctx context.Context, db *ent.Client, account uuid.UUID) (string, error) {
	if w.Message == nil {
		return "", nil
	}
	m, err := db.InvoiceMessage.Query().Where(invoicemessage.ID(*w.Message), invoicemessage.AccountID(account)).Only(ctx)
	if ent.IsNotFound(err) {
		return "", problem.Invalid("message", "Choose a message of this account.")
	}
	if err != nil {
		return "", err
	}
	return m.Text, nil
}

// Batch is what is generated at once, with the date that all of it bears. Whoever sends it makes up
// its id, and a batch is generated once, however often it is sent.
type Batch struct {
	ID   uuid.UUID
	Date column.Date
	Wish
}

// firstNumber is the number of an account's first invoice.
const firstNumber = 1001

// Generate makes the invoices or the claims of a batch, all of them or none, and gives them. It
// fails with BAD_USER_INPUT for a batch that is not right, with a claim from which something is
// missing too, and with CONFLICT when a session is not open any more.
func Generate(ctx context.Context, log *activity.Log, account uuid.UUID, b Batch) (made []*ent.Invoice, err error) {
	if err := b.check(); err != nil {
		return nil, err
	}
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		made, err = b.generate(ctx, tx, e, account)
		concern(e, made...)
		return err
	}
	if err := log.Change(database.In(ctx, account), event(account, "invoice.generated", activity.Create), do); err != nil {
		return nil, err
	}
	return made, nil
}

func (b Batch) check() error {
	if b.ID == uuid.Nil {
		return problem.Invalid("batch", "A batch needs an id.")
	}
	if b.Date < "2000-01-01" || b.Date > "2099-12-31" {
		return problem.Invalid("date", "An invoice is of the years 2000 to 2099.")
	}
	return nil
}

// generate holds the account's lock: two who invoice at once would give the same numbers.
func (b Batch) generate(ctx context.Context, tx *activity.Tx, e *activity.Event, account uuid.UUID) ([]*ent.Invoice, error) {
	if err := tx.Lock(ctx, account); err != nil {
		return nil, err
	}
	before, err := tx.Invoice.Query().Where(invoice.AccountID(account), invoice.BatchID(b.ID)).Order(invoice.ByNumber()).WithClient().All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for the batch: %w", err)
	}
	if len(before) > 0 {
		e.Code, e.Action = "invoice.listed", activity.Read
		return before, b.checkSame(ctx, tx, before)
	}
	drafts, err := b.drafts(ctx, tx.Client, account)
	if err != nil {
		return nil, err
	}
	for _, d := range drafts {
		if err := d.check(); err != nil {
			return nil, err
		}
	}
	return Past{Batch: b, Status: invoice.StatusGENERATED}.store(ctx, tx, account, drafts)
}

// checkSame refuses a batch that is sent again with another kind, date or other sessions.
func (b Batch) checkSame(ctx context.Context, tx *activity.Tx, before []*ent.Invoice) error {
	var ids, billed []uuid.UUID
	for _, i := range before {
		ids = append(ids, i.ID)
	}
	lines, err := tx.InvoiceLine.Query().Where(invoiceline.InvoiceIDIn(ids...)).Select(invoiceline.FieldSessionID).All(ctx)
	if err != nil {
		return fmt.Errorf("read what the batch billed: %w", err)
	}
	for _, l := range lines {
		billed = append(billed, l.SessionID)
	}
	if before[0].Kind != b.Kind || before[0].InvoiceDate != b.Date || !slices.Equal(distinct(billed), distinct(slices.Clone(b.Sessions))) {
		return problem.New(problem.Conflict, "This was generated already, with other values. Look at the invoices, and begin anew.")
	}
	return nil
}

// check refuses a claim from which something is missing.
func (d *Draft) check() error {
	lacking := d.lacking()
	if len(lacking) == 0 {
		return nil
	}
	more := ""
	if n := len(lacking) - 1; n > 0 {
		more = fmt.Sprintf(" Boxes that are not ready besides: %d.", n)
	}
	return problem.Invalid("sessions", "The claim for %s is not ready. Box %s: %s%s", d.Client.DisplayName, lacking[0].Number, lacking[0].Reason, more)
}

// store makes the rows of a batch: all its invoices in one statement, and all their lines in another.
func (p Past) store(ctx context.Context, tx *activity.Tx, account uuid.UUID, drafts []*Draft) ([]*ent.Invoice, error) {
	number, err := nextNumber(ctx, tx, account)
	if err != nil {
		return nil, fmt.Errorf("find the next number: %w", err)
	}
	creates := make([]*ent.InvoiceCreate, len(drafts))
	for i, d := range drafts {
		d.Sheet.TaxID = d.taxID
		content, err := json.Marshal(d.Sheet)
		if err != nil {
			return nil, err
		}
		creates[i] = tx.Invoice.Create().SetAccountID(account).SetClientID(d.Client.ID).SetNumber(number + i).SetBatchID(p.ID).
			SetKind(d.Kind).SetInvoiceDate(p.Date).SetPayerName(d.Payer).SetMessage(d.Message).SetTotal(d.Total).SetPaid(d.Paid).
			SetContent(content).SetStatus(p.Status).SetStatusReason(p.Reason).SetGeneratedBy(access.ViewerFrom(ctx).Name)
	}
	made, err := tx.Invoice.CreateBulk(creates...).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("store invoices: %w", err)
	}
	for i, d := range drafts {
		made[i].Edges.Client = d.Client
	}
	return made, storeLines(ctx, tx, made, drafts)
}

func storeLines(ctx context.Context, tx *activity.Tx, made []*ent.Invoice, drafts []*Draft) error {
	var creates []*ent.InvoiceLineCreate
	for i, d := range drafts {
		for _, l := range d.Lines {
			creates = append(creates, tx.InvoiceLine.Create().SetAccountID(l.AccountID).SetInvoiceID(made[i].ID).SetSessionID(l.SessionID).SetPosition(l.Position).
				SetServiceDate(l.ServiceDate).SetBillingCode(l.BillingCode).SetDescription(l.Description).SetDiagnosisCodes(l.DiagnosisCodes).
				SetModifiers(l.Modifiers).SetPlaceOfService(l.PlaceOfService).SetUnits(l.Units).SetCharge(l.Charge).SetPaid(l.Paid))
		}
	}
	err := tx.InvoiceLine.CreateBulk(creates...).Exec(ctx)
	if database.Refusal(err) == database.NotOpen {
		return taken()
	}
	if err != nil {
		return fmt.Errorf("store the lines of invoices: %w", err)
	}
	return nil
}

func nextNumber(ctx context.Context, tx *activity.Tx, account uuid.UUID) (int, error) {
	last, err := tx.Invoice.Query().Where(invoice.AccountID(account)).
		Order(invoice.ByNumber(sql.OrderDesc())).Limit(1).Select(invoice.FieldNumber).Ints(ctx)
	if err != nil || len(last) == 0 {
		return firstNumber, err
	}
	return last[0] + 1, nil
}
