// Package payments is the section Payments & Balances: what clients owe, and the money that came in
// for them. A balance is stored nowhere: it is the sum of its entries in the ledger. Nothing in the
// ledger is ever changed or deleted: it is reversed.
package payments

import (
	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

func event(account uuid.UUID, code string, action activity.Action, entity string) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.Payments.String(), EntityType: entity}
}

// concern says which rows and which client an event is about.
func concern(e *activity.Event, client uuid.UUID, rows ...uuid.UUID) {
	e.Entities, e.Clients, e.RowCount = rows, []uuid.UUID{client}, len(rows)
}

// refused answers what the ledger's triggers refuse: a session paid more than it costs, and a payment
// that gives more than it has. The rules here refuse both before, so these come only when somebody else
// has changed the session at the same moment.
func refused(err error) error {
	if said := database.Refusal(err); said == database.Overpaid || said == database.Overspent {
		return problem.New(problem.Conflict, "Somebody else has changed what is owed just now. Nothing was saved: look at it again.")
	}
	return err
}
