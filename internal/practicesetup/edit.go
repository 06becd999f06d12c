package practicesetup

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/account"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/revision"
)

// EditPractice changes what an account says of its practice. It fails with BAD_USER_INPUT for a
// field that is not right, and with CONFLICT when the edit is based on another version than the
// current one.
func EditPractice(ctx context.Context, log *activity.Log, id uuid.UUID, version int, in PracticeInput) (*ent.Account, error) {
	if _, err := in.onto(new(record)); err != nil {
		return nil, err
	}
	var saved *ent.Account
	err := log.Change(database.In(ctx, id), event(id, "practice.changed", activity.Update), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		current, err := hold(ctx, tx, id)
		if err != nil {
			return err
		}
		wanted, err := in.onto(current)
		if err != nil {
			return err
		}
		if current.account.Version != version {
			return conflict(ctx, current, wanted)
		}
		saved, err = save(ctx, tx, e, current, wanted)
		return err
	})
	return saved, err
}

// hold reads the record; nobody else changes it until the end of the transaction.
func hold(ctx context.Context, tx *activity.Tx, id uuid.UUID) (*record, error) {
	if err := tx.Lock(ctx, id); err != nil {
		return nil, err
	}
	a, err := tx.Account.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	p, err := find(ctx, tx.Client, id)
	if err != nil {
		return nil, err
	}
	return &record{*a, *p}, nil
}

func event(id uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{
		Account: id, Code: code, Action: action, Section: access.PracticeSetup.String(),
		EntityType: "Account", Entities: []uuid.UUID{id}, RowCount: 1,
	}
}

// save writes what differs. Another address for notices asks for a fresh proof: whoever changes it could
// keep from the owner what is done next. When nothing does nothing is written, and the event says that the
// practice's data were only looked at.
func save(ctx context.Context, tx *activity.Tx, e *activity.Event, current, wanted *record) (*ent.Account, error) {
	id := current.account.ID
	e.Changes = changed(current, wanted)
	if len(e.Changes) == 0 {
		e.Code, e.Action = "practice.opened", activity.Read
		return &current.account, nil
	}
	a := wanted.account
	if a.Email != current.account.Email {
		if err := access.CheckFresh(access.ViewerFrom(ctx), time.Now().UnixMicro()); err != nil {
			return nil, err
		}
	}
	n, err := tx.Account.Update().Where(account.ID(id), account.Version(current.account.Version)).AddVersion(1).
		SetPracticeName(a.PracticeName).SetProviderName(a.ProviderName).SetEmail(a.Email).SetTimeZone(a.TimeZone).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("save the practice: %w", err)
	}
	if n == 0 {
		return nil, problem.Missing()
	}
	if err := keep(ctx, tx, &wanted.practice); err != nil {
		return nil, fmt.Errorf("save the practice's details: %w", err)
	}
	return tx.Account.Get(ctx, id)
}

// keep writes the row of the practice, which the first save adds.
func keep(ctx context.Context, tx *activity.Tx, p *ent.Practice) error {
	if p.ID == uuid.Nil {
		create := tx.Practice.Create().SetAccountID(p.AccountID)
		fill(create.Mutation(), p)
		return create.Exec(ctx)
	}
	update := tx.Practice.UpdateOneID(p.ID)
	fill(update.Mutation(), p)
	return update.Exec(ctx)
}

func fill(m *ent.PracticeMutation, p *ent.Practice) {
	m.SetPracticeType(p.PracticeType)
	m.SetTaxID(p.TaxID)
	m.SetTaxIDKind(p.TaxIDKind)
	m.SetCredentials(p.Credentials)
	m.SetLicenseNumber(p.LicenseNumber)
	m.SetLicenseState(p.LicenseState)
	m.SetNpi(p.Npi)
	m.SetTaxonomy(p.Taxonomy)
	m.SetPhone(p.Phone)
	m.SetOfficeStreet(p.OfficeStreet)
	m.SetOfficeCity(p.OfficeCity)
	m.SetOfficeState(p.OfficeState)
	m.SetOfficeZip(p.OfficeZip)
	m.SetBillingStreet(p.BillingStreet)
	m.SetBillingCity(p.BillingCity)
	m.SetBillingState(p.BillingState)
	m.SetBillingZip(p.BillingZip)
	m.SetPayToStreet(p.PayToStreet)
	m.SetPayToCity(p.PayToCity)
	m.SetPayToState(p.PayToState)
	m.SetPayToZip(p.PayToZip)
	m.SetInvoiceFooter(p.InvoiceFooter)
}

// conflict tells the current values of the fields that differ, which is a reading of them.
func conflict(ctx context.Context, current, wanted *record) error {
	if err := activity.Note(ctx, event(current.account.ID, "practice.opened", activity.Read)); err != nil {
		return err
	}
	return revision.Stale("the practice's data", current.account.Version, theirs(current, wanted))
}
