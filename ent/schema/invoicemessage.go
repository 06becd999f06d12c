package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// InvoiceMessage is an entry of the master file of invoice messages.
type InvoiceMessage struct{ ent.Schema }

// Fields of an invoice message.
func (InvoiceMessage) Fields() []ent.Field {
	return masterFile(
		field.String("title"),
		field.String("text"),
	)
}

// Edges of an invoice message.
func (InvoiceMessage) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of an invoice message.
func (InvoiceMessage) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "natural_key").Unique()}
}

// Annotations of an invoice message.
func (InvoiceMessage) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup, access.Invoices)}
}
