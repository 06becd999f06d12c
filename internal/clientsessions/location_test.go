package clientsessions_test

import (
	"testing"

	"lanyard/ent/gen/ent"
	"lanyard/internal/clientsessions"
	"lanyard/internal/codessetup"
	"lanyard/internal/dbtest"
)

func (o *office) location(of *dbtest.Account, place, name string) *ent.Location {
	o.t.Helper()
	in := codessetup.LocationInput{PlaceOfService: place, Name: name, Active: true}
	return dbtest.Must[*ent.Location](o.t)(codessetup.Locations.Add(o.As(of.Owner), o.Log, of.ID, in))
}

// A session is at a location by the name that it had then, and at its place of service unless another is said.
func TestWhereASessionWas(t *testing.T) {
	o := newOffice(t)
	school := o.location(o.a, "03", "Birch School")
	in := usual()
	in.Location = new(school.GlobalID())
	s := o.hold(in).ClientSession
	if *s.LocationName != "Birch School" || s.PlaceOfService != "03" {
		t.Errorf("%s at %s", *s.LocationName, s.PlaceOfService)
	}
	o.Owner(`UPDATE locations SET name = 'Beech School', active = false`)
	in.PlaceOfService = new("10")
	s = dbtest.Must[*clientsessions.Saved](t)(o.edit(s, in)).ClientSession
	if *s.LocationName != "Birch School" || s.PlaceOfService != "10" {
		t.Errorf("afterwards %s at %s", *s.LocationName, s.PlaceOfService)
	}
	_, again := o.try(clientsessions.Made{Client: o.client.ID}, in)
	refusedAt(t, "not offered any more", again, "location")
	in.Location = new(o.location(o.Account("b"), "11", "Elsewhere").GlobalID())
	_, another := o.edit(s, in)
	refusedAt(t, "another account's", another, "location")
	if s = dbtest.Must[*clientsessions.Saved](t)(o.edit(s, usual())).ClientSession; s.LocationID != nil || s.LocationName != nil || s.PlaceOfService != "10" {
		t.Errorf("none: %+v", s)
	}
}
