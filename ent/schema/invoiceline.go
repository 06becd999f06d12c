package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// InvoiceLine is a client session as it was billed.
type InvoiceLine struct{ ent.Schema }

// Fields of a line of an invoice.
func (InvoiceLine) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("invoice_id", uuid.UUID{}).Immutable(),
		field.UUID("session_id", uuid.UUID{}).Immutable(),
		field.Int("position").Immutable(),
		day("service_date"),
		field.String("billing_code").Immutable(),
		field.String("description").Immutable(),
		field.Strings("diagnosis_codes").Immutable(),
		field.Strings("modifiers").Immutable(),
		field.String("place_of_service").Immutable(),
		field.Int("units").Immutable(),
		field.Int64("charge").Immutable().Comment("cents"),
		field.Int64("paid").Immutable().Comment("cents: what was paid for it when the invoice was made"),
	}
}

// Edges of a line of an invoice.
func (InvoiceLine) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("invoice", Invoice.Type).Field("invoice_id").Unique().Required().Immutable(),
	}
}

// Indexes of a line of an invoice.
func (InvoiceLine) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("invoice_id", "position").Unique(),
		index.Fields("session_id"),
	}
}

// Annotations of a line of an invoice.
func (InvoiceLine) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.AppendOnly(access.Invoices)}
}
