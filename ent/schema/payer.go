package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// Payer is an entry of the master file of insurance payers.
type Payer struct{ ent.Schema }

// Fields of a payer.
func (Payer) Fields() []ent.Field {
	return masterFile(
		field.String("name"),
		field.Enum("kind").Values("ELECTRONIC", "PAPER"),
		field.String("payer_id").Optional().Comment("electronic payers only"),
		field.String("street").Optional(),
		field.String("city").Optional(),
		field.String("state").Optional(),
		field.String("zip").Optional(),
		field.String("phone").Optional(),
		field.String("fax").Optional(),
		field.Enum("claim_form").Values("CMS1500_PLAIN", "CMS1500_PREPRINTED").Default("CMS1500_PLAIN"),
		field.String("claim_filing_code").Optional(),
		field.String("insurance_note").Optional().Comment("pops up where the payer is chosen"),
		field.String("provider_number").Optional().Comment("the provider's own number with the payer; never copied"),
		field.String("enrolment").Optional().Comment("the provider's enrolment status; never copied"),
		field.String("contact").Optional().Comment("may name clients; never copied"),
	)
}

// Edges of a payer.
func (Payer) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a payer.
func (Payer) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "natural_key").Unique()}
}

// Annotations of a payer.
func (Payer) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup, access.Insurance, access.Invoices, access.Payments)}
}
