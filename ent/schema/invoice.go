package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// Invoice is what was billed: to the client, or as a claim to the insurance. It keeps its own copy of
// all it says.
type Invoice struct{ ent.Schema }

// Fields of an invoice.
func (Invoice) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("client_id", uuid.UUID{}).Immutable(),
		field.Int("number").Immutable().Comment("the account's own number, counted up from 1001"),
		field.UUID("batch_id", uuid.UUID{}).Immutable().Comment("what was generated at once"),
		field.Enum("kind").Values("INVOICE", "CLAIM").Immutable(),
		day("invoice_date"),
		field.String("payer_name").Optional().Immutable().Comment("of a claim"),
		field.String("message").Optional().Immutable(),
		field.Int64("total").Immutable().Comment("cents: the charges of its lines"),
		field.Int64("paid").Immutable().Comment("cents: what was paid for them when it was made"),
		field.JSON("content", json.RawMessage{}).Immutable().Comment("what it prints besides its lines: see internal/invoices"),
		field.Enum("status").Values("GENERATED", "SUBMITTED", "ACCEPTED", "REJECTED", "VOID").Default("GENERATED"),
		field.String("status_reason").Optional(),
		field.Bool("held").Default(false),
		field.String("generated_by").Immutable().Comment("the username"),
		version(), createdAt(),
	}
}

// Edges of an invoice.
func (Invoice) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("client", ClientName.Type).Field("client_id").Unique().Required().Immutable(),
		edge.From("lines", InvoiceLine.Type).Ref("invoice"),
	}
}

// Indexes of an invoice.
func (Invoice) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("id", "account_id").Unique(),
		index.Fields("account_id", "number").Unique(),
		index.Fields("account_id", "client_id"),
		index.Fields("account_id", "status"),
		index.Fields("batch_id"),
	}
}

// Annotations of an invoice.
func (Invoice) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.Invoices)}
}
