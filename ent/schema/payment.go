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

// Payment is money that came in for a client. What it pays is in the ledger.
type Payment struct{ ent.Schema }

// Fields of a payment.
func (Payment) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("client_id", uuid.UUID{}).Immutable(),
		field.Enum("payer").Values("CLIENT", "INSURANCE", "OTHER").Immutable(),
		field.String("payer_name").Optional().Immutable().Comment("of an insurance or another payer"),
		field.String("method").Immutable().Comment("the natural key of a payment type of the account"),
		field.String("check_number").Optional().Immutable(),
		field.Int64("amount").Immutable().Comment("cents, more than 0"),
		day("received_on"),
		field.String("remark").Optional().Immutable(),
		field.String("posted_by").Immutable().Comment("the username"),
		createdAt(),
	}
}

// Edges of a payment.
func (Payment) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("client", ClientName.Type).Field("client_id").Unique().Required().Immutable(),
	}
}

// Indexes of a payment.
func (Payment) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("id", "client_id", "account_id").Unique(),
		index.Fields("account_id", "received_on", "id"),
		index.Fields("account_id", "client_id"),
	}
}

// Annotations of a payment.
func (Payment) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.AppendOnly(access.Payments)}
}
