// Package insurance is the section Insurance & Authorizations: who pays for a client besides the
// client, and for how many sessions. Nothing of it is ever deleted: it is ended.
package insurance

import (
	"slices"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
)

// of are the things that an event is about, each with its client.
type of [][2]uuid.UUID

func policies(read ...*ent.InsurancePolicy) (all of) {
	for _, p := range read {
		all = append(all, [2]uuid.UUID{p.ID, p.ClientID})
	}
	return all
}

func authorizations(read ...*ent.Authorization) (all of) {
	for _, a := range read {
		all = append(all, [2]uuid.UUID{a.ID, a.ClientID})
	}
	return all
}

func event(account uuid.UUID, entity, code string, action activity.Action, about of) activity.Event {
	e := activity.Event{
		Account: account, Code: code, Action: action, Section: access.Insurance.String(), EntityType: entity,
		Entities: []uuid.UUID{}, Clients: []uuid.UUID{}, RowCount: len(about),
	}
	for _, pair := range about {
		e.Entities = append(e.Entities, pair[0])
		if !slices.Contains(e.Clients, pair[1]) {
			e.Clients = append(e.Clients, pair[1])
		}
	}
	return e
}

// concern says which things a change is about.
func concern(e *activity.Event, about of) {
	full := event(e.Account, e.EntityType, e.Code, e.Action, about)
	e.Entities, e.Clients, e.RowCount = full.Entities, full.Clients, full.RowCount
}
