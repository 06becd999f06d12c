package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// BillingCode is an entry of the master file of billing codes.
type BillingCode struct{ ent.Schema }

// Fields of a billing code.
func (BillingCode) Fields() []ent.Field {
	return masterFile(
		field.String("code"),
		field.String("description"),
		field.Int("default_minutes").Optional().Nillable(),
		field.Int("default_charge").Default(0).Comment("cents"),
		field.Int("units").Default(1),
		field.String("place_of_service").Default("11").Comment("CMS number; 11 is Office"),
		field.Enum("bill_to").Values("AUTOMATIC", "CLIENT_ONLY").Default("AUTOMATIC"),
		field.Bool("system").Default(false).Immutable().Comment("one of the three codes that every account has; never changed, never copied"),
	)
}

// Edges of a billing code.
func (BillingCode) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a billing code.
func (BillingCode) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "natural_key").Unique()}
}

// Annotations of a billing code.
func (BillingCode) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup, access.Calendar, access.ClientSessions, access.Invoices)}
}
