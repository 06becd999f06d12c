package codessetup

import (
	"context"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/payer"
	"lanyard/internal/activity"
	"lanyard/internal/page"
)

// Payers lists the account's insurance payers in the order of their natural keys.
func Payers(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*page.Page[*ent.Payer], error) {
	return payers.list(ctx, log, account, q)
}

// Payer opens one insurance payer. It fails with NOT_FOUND.
func Payer(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Payer, error) {
	return payers.get(ctx, log, account, id)
}

// AddPayer adds an insurance payer. It fails with BAD_USER_INPUT, also when the account has
// the payer already.
func AddPayer(ctx context.Context, log *activity.Log, account uuid.UUID, in PayerInput) (*ent.Payer, error) {
	return payers.add(ctx, log, account, in)
}

// EditPayer changes an insurance payer. It fails with BAD_USER_INPUT, NOT_FOUND, and CONFLICT
// when version is not the current one.
func EditPayer(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in PayerInput) (*ent.Payer, error) {
	return payers.edit(ctx, log, account, id, version, in)
}

// PayerFile is the master file of insurance payers.
var PayerFile File = payers

var payers = &file[*ent.Payer]{
	entity: "Payer", table: payer.Table, fields: PayerInput{}.fields(),
	searched: []string{payer.FieldName, payer.FieldPayerID},
	entry: func(p *ent.Payer) Entry {
		row := Row{ID: p.ID, Version: p.Version, Key: p.NaturalKey, Fields: payerForm(p).fields()}
		return Entry{Row: row, Label: p.Name, Description: whereClaimsGo(p)}
	},
	find: func(ctx context.Context, c *ent.Client, where func(*sql.Selector), limit int) ([]*ent.Payer, error) {
		return c.Payer.Query().Where(where).Order(byKey.Order).Limit(limit).All(ctx)
	},
	count: func(ctx context.Context, c *ent.Client, where func(*sql.Selector)) (int, error) {
		return c.Payer.Query().Where(where).Count(ctx)
	},
	create: func(ctx context.Context, c *ent.Client, account uuid.UUID, rows []Row) ([]*ent.Payer, error) {
		all, err := builders(account, rows, c.Payer.Create)
		if err != nil {
			return nil, err
		}
		return c.Payer.CreateBulk(all...).Save(ctx)
	},
}

func whereClaimsGo(p *ent.Payer) string {
	if p.Kind == payer.KindELECTRONIC {
		return p.PayerID
	}
	return strings.Join([]string{p.Street, p.Zip}, ", ")
}
