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

// Authorization is a payer's leave for a number of sessions in a time. The database counts those used.
type Authorization struct{ ent.Schema }

// Fields of an authorization.
func (Authorization) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("client_id", uuid.UUID{}).Immutable(),
		field.UUID("policy_id", uuid.UUID{}).Optional().Nillable(),
		field.String("number"),
		day("from_date"),
		day("until_date"),
		field.Int("sessions_allowed"),
		field.Int("sessions_used").Default(0).Comment("kept by the database"),
		field.String("remark").Optional(),
		field.Bool("active").Default(true),
		version(), createdAt(),
	}
}

// Edges of an authorization.
func (Authorization) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("client", ClientName.Type).Field("client_id").Unique().Required().Immutable(),
		edge.To("policy", InsurancePolicy.Type).Field("policy_id").Unique(),
	}
}

// Indexes of an authorization.
func (Authorization) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("id", "account_id").Unique(),
		index.Fields("account_id", "client_id"),
		index.Fields("account_id", "until_date"),
	}
}

// Annotations of an authorization.
func (Authorization) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.Insurance)}
}
