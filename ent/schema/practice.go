package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// Practice is what an account says of its practice beyond its names: what invoices and claims print.
type Practice struct{ ent.Schema }

// Fields of a practice.
func (Practice) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.String("practice_type").Optional(),
		field.String("tax_id").Optional(),
		field.Enum("tax_id_kind").Values("EIN", "SSN").Default("EIN").Comment("CMS-1500 box 25"),
		field.String("credentials").Optional(),
		field.String("license_number").Optional(),
		field.String("license_state").Optional(),
		field.String("npi").Optional(),
		field.String("taxonomy").Optional(),
		field.String("phone").Optional(),
		field.String("office_street").Optional(),
		field.String("office_city").Optional(),
		field.String("office_state").Optional(),
		field.String("office_zip").Optional(),
		field.String("billing_street").Optional(),
		field.String("billing_city").Optional(),
		field.String("billing_state").Optional(),
		field.String("billing_zip").Optional(),
		field.String("pay_to_street").Optional(),
		field.String("pay_to_city").Optional(),
		field.String("pay_to_state").Optional(),
		field.String("pay_to_zip").Optional(),
		field.String("invoice_footer").Optional(),
		createdAt(),
	}
}

// Edges of a practice.
func (Practice) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
	}
}

// Indexes of a practice.
func (Practice) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id").Unique(),
	}
}

// Annotations of a practice.
func (Practice) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.PracticeSetup, access.Invoices)}
}
