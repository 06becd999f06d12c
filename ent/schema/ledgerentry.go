package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// LedgerEntry is one movement of money. A balance is the sum of its entries; nothing in the ledger
// is ever changed or deleted, it is reversed.
type LedgerEntry struct{ ent.Schema }

// Fields of an entry of the ledger.
func (LedgerEntry) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("client_id", uuid.UUID{}).Immutable(),
		field.UUID("session_id", uuid.UUID{}).Optional().Nillable().Immutable().Comment("the client session it is about; null: the client's credit"),
		field.UUID("payment_id", uuid.UUID{}).Optional().Nillable().Immutable(),
		field.Enum("kind").Values("CHARGE", "PAYMENT", "ALLOCATION", "WRITE_OFF", "ADJUSTMENT", "REFUND", "REVERSAL").Immutable(),
		field.Int64("amount").Immutable().Comment("cents; more than 0: the client owes more"),
		day("entry_date"),
		field.String("reason").Optional().Immutable(),
		field.String("type_code").Optional().Nillable().Immutable().Comment("of a payment type, as it was then"),
		field.String("type_label").Optional().Nillable().Immutable(),
		field.UUID("reverses_id", uuid.UUID{}).Optional().Nillable().Immutable().Comment("the entry it takes back"),
		field.String("posted_by").Immutable().Comment("the username"),
		createdAt(),
	}
}

// Edges of an entry of the ledger.
func (LedgerEntry) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("client", ClientName.Type).Field("client_id").Unique().Required().Immutable(),
	}
}

// Indexes of an entry of the ledger.
func (LedgerEntry) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "client_id", "session_id").Annotations(entsql.IncludeColumns("amount")),
		index.Fields("account_id", "entry_date", "id"),
		index.Fields("session_id"),
		index.Fields("payment_id"),
		index.Fields("reverses_id").Unique(),
	}
}

// Annotations of an entry of the ledger.
func (LedgerEntry) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.AppendOnly(access.Payments)}
}
