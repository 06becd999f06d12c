package clientsessions

import (
	"context"
	"errors"
	"fmt"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/ent/gen/ent/diagnosiscode"
	"lanyard/ent/gen/ent/location"
	"lanyard/ent/gen/ent/modifier"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// SessionCodes is what a session may be given: the account's active codes and places.
type SessionCodes struct {
	account        uuid.UUID
	BillingCodes   []*ent.BillingCode
	DiagnosisCodes []*ent.DiagnosisCode
	Modifiers      []*ent.Modifier
	Places         []*ent.Location
}

// OwningAccount is the account whose codes they are.
func (c *SessionCodes) OwningAccount() uuid.UUID { return c.account }

// Codes reads what a session of the account may be given.
func Codes(ctx context.Context, log *activity.Log, account uuid.UUID) (*SessionCodes, error) {
	db, in := log.Reader(), database.In(ctx, account)
	billing, err := db.BillingCode.Query().Where(billingcode.AccountID(account), billingcode.Active(true)).Order(billingcode.ByNaturalKey()).All(in)
	diagnoses, err2 := db.DiagnosisCode.Query().Where(diagnosiscode.AccountID(account), diagnosiscode.Active(true)).
		Order(diagnosiscode.ByFavourite(sql.OrderDesc()), diagnosiscode.ByNaturalKey()).All(in)
	modifiers, err3 := db.Modifier.Query().Where(modifier.AccountID(account), modifier.Active(true)).Order(modifier.ByNaturalKey()).All(in)
	places, err4 := db.Location.Query().Where(location.AccountID(account), location.Active(true)).Order(location.ByNaturalKey()).All(in)
	if err := errors.Join(err, err2, err3, err4); err != nil {
		return nil, fmt.Errorf("read the codes of sessions: %w", err)
	}
	e := event(account, "codes.listed", activity.Read)
	e.EntityType, e.RowCount = "SessionCodes", len(billing)+len(diagnoses)+len(modifiers)+len(places)
	return &SessionCodes{account, billing, diagnoses, modifiers, places}, activity.Note(ctx, e)
}
