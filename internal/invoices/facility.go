package invoices

import (
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/location"
	"lanyard/internal/access"
)

// facilityBox is filled from wherever the place is kept.
const facilityBox = "32"

// The places of service, as CMS numbers them, whose box 32 is known without a location: what is done
// from the office, also over the distance, and what is done at the client's home. That there is none
// box 24B says.
var (
	fromOffice = []string{"11", "02", "10", ""}
	atHome     = "12"
)

// facility is what box 32 says: where the services were rendered.
type facility struct {
	name string
	address
	npi string
	// from is the section in which it is kept, and so is mended.
	from access.Section
}

// facilityOf tells the places of claims apart: the location of a session, or else what its place of
// service says.
func facilityOf(s *ent.ClientSession) string {
	switch {
	case s.LocationID != nil:
		return s.LocationID.String()
	case slices.Contains(fromOffice, s.PlaceOfService):
		return ""
	}
	return s.PlaceOfService
}

func (c *claim) where(locations map[uuid.UUID]*ent.Location) facility {
	switch s := c.sessions[0]; {
	case s.LocationID != nil:
		l := orEmpty(locations[*s.LocationID])
		return facility{*s.LocationName, address{l.Street, l.City, l.State, l.Zip}, l.Npi, access.CodesSetup}
	case facilityOf(s) == "":
		return facility{c.account.PracticeName, c.practice.office(), c.practice.Npi, access.PracticeSetup}
	case s.PlaceOfService == atHome:
		return facility{"", c.home(), "", access.Clients}
	}
	return facility{from: access.ClientSessions}
}

func (f facility) String() string { return strings.Join(present(f.name, f.address.String()), ", ") }

// lacks says what is missing of where the services were rendered.
func (f facility) lacks() string {
	if f.isComplete() {
		return ""
	}
	return map[access.Section]string{
		access.CodesSetup:     f.name + " has no complete address: street, city, state and ZIP code are needed.",
		access.PracticeSetup:  "The office's address is not complete: street, city, state and ZIP code are needed.",
		access.Clients:        "The session was at the client's home, whose address is not complete.",
		access.ClientSessions: "A session was not held from the office: say at which location.",
	}[f.from]
}

func locate(ctx context.Context, db *ent.Client, account uuid.UUID, sessions []*ent.ClientSession) (map[uuid.UUID]*ent.Location, error) {
	var ids []uuid.UUID
	for _, s := range sessions {
		if s.LocationID != nil {
			ids = append(ids, *s.LocationID)
		}
	}
	if len(ids) == 0 {
		return map[uuid.UUID]*ent.Location{}, nil
	}
	found, err := db.Location.Query().Where(location.AccountID(account), location.IDIn(distinct(ids)...)).All(ctx)
	return keyed(found, func(l *ent.Location) uuid.UUID { return l.ID }), err
}
