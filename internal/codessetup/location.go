package codessetup

import (
	"strings"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/location"
)

// LocationInput is the form of a location.
type LocationInput struct {
	// PlaceOfService is a CMS number of two digits.
	PlaceOfService, Name          string
	Street, City, State, Zip, Npi *string
	Active                        bool
}

// Locations is the master file of locations, each with its place of service.
var Locations = &file[*ent.Location, LocationInput]{
	name: "LOCATIONS", entity: "Location", table: location.Table,
	store: storeOf(func(c *ent.Client) *ent.LocationClient { return c.Location }),
	stored: func(l *ent.Location) saved[LocationInput] {
		return saved[LocationInput]{ID: l.ID, Version: l.Version, Key: l.NaturalKey, From: l.CopiedFrom, Form: LocationInput{
			PlaceOfService: l.PlaceOfService, Name: l.Name, Street: given(l.Street), City: given(l.City),
			State: given(l.State), Zip: given(l.Zip), Npi: given(l.Npi), Active: l.Active,
		}}
	},
	blank: LocationInput{PlaceOfService: office, Active: true},
	cells: func(in *LocationInput) []cell {
		return []cell{
			placeOfService(location.FieldPlaceOfService, &in.PlaceOfService),
			needed(location.FieldName, &in.Name),
			optional(location.FieldStreet, &in.Street),
			optional(location.FieldCity, &in.City),
			state(location.FieldState, &in.State),
			zip(location.FieldZip, &in.Zip),
			npi(location.FieldNpi, &in.Npi),
			yes(location.FieldActive, &in.Active),
		}
	},
	check:    func(c *check, in LocationInput) { c.plain("name", in.Name) },
	key:      func(in LocationInput) string { return in.PlaceOfService + " " + plain(in.Name) },
	keyField: func(LocationInput) string { return "name" },
	label: func(in LocationInput) (string, string) {
		return in.Name, strings.Join(there(in.PlaceOfService, value(in.Street), value(in.City)), ", ")
	},
	searched: []string{location.FieldName, location.FieldPlaceOfService, location.FieldCity},
}
