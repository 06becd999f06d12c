package clientsessions

import (
	"context"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/location"
	"lanyard/internal/activity"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
)

const locationType = "Location"

func locationsOf(ctx context.Context, tx *activity.Tx, account uuid.UUID, ids []uuid.UUID) (map[uuid.UUID]*ent.Location, error) {
	all := map[uuid.UUID]*ent.Location{}
	if len(ids) == 0 {
		return all, nil
	}
	found, err := tx.Location.Query().Where(location.AccountID(account), location.IDIn(ids...)).All(ctx)
	for _, l := range found {
		all[l.ID] = l
	}
	return all, err
}

// locate finds where the session was. One that it has stays, under the name that it was chosen by.
func (o *offered) locate(in ClientSessionInput, current *ent.ClientSession) (*ent.Location, error) {
	if in.Location == nil {
		return nil, nil //nolint:nilnil // none of the account's locations
	}
	at := o.locations[in.Location.In(locationType, current.AccountID)]
	has := at != nil && current.LocationID != nil && *current.LocationID == at.ID
	if at == nil || !at.Active && !has {
		return nil, problem.Invalid("location", "Choose an active location of this account.")
	}
	if has {
		named := *at
		named.Name = *current.LocationName
		return &named, nil
	}
	return at, nil
}

// locationOf is the id of where a session was; empty: none of the account's locations.
func locationOf(s *ent.ClientSession) string {
	if s.LocationID == nil {
		return ""
	}
	return globalid.New(locationType, s.AccountID, *s.LocationID).String()
}
