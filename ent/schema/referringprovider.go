package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// ReferringProvider is an entry of the master file of referring providers.
type ReferringProvider struct{ ent.Schema }

// Fields of a referring provider.
func (ReferringProvider) Fields() []ent.Field {
	return masterFile(
		field.String("name"),
		field.String("credential").Optional(),
		field.String("npi").Optional(),
		field.String("phone").Optional(),
		field.String("fax").Optional(),
	)
}

// Edges of a referring provider.
func (ReferringProvider) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a referring provider.
func (ReferringProvider) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "natural_key").Unique()}
}

// Annotations of a referring provider.
func (ReferringProvider) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup, access.Insurance, access.Invoices)}
}
