package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// PaymentType is an entry of the master file of payment types.
type PaymentType struct{ ent.Schema }

// Fields of a payment type.
func (PaymentType) Fields() []ent.Field {
	return masterFile(
		field.String("code"),
		field.String("label"),
		field.Enum("sign").Values("LOWERS", "RAISES").Default("LOWERS").Comment("what it does to a balance"),
	)
}

// Edges of a payment type.
func (PaymentType) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a payment type.
func (PaymentType) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "natural_key").Unique()}
}

// Annotations of a payment type.
func (PaymentType) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup, access.Payments)}
}
