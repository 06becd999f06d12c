package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// Location is an entry of the master file of locations.
type Location struct{ ent.Schema }

// Fields of a location.
func (Location) Fields() []ent.Field {
	return masterFile(
		field.String("place_of_service").Default("11").Comment("CMS number; 11 is Office"),
		field.String("name"),
		field.String("street").Optional(),
		field.String("city").Optional(),
		field.String("state").Optional(),
		field.String("zip").Optional(),
		field.String("npi").Optional(),
	)
}

// Edges of a location.
func (Location) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a location.
func (Location) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "natural_key").Unique(), index.Fields("id", "account_id").Unique()}
}

// Annotations of a location.
func (Location) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup, access.Calendar, access.ClientSessions, access.Invoices)}
}
