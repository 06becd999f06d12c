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

// InsurancePolicy is who pays for a client besides the client, in the order in which they are billed.
type InsurancePolicy struct{ ent.Schema }

// Fields of a policy.
func (InsurancePolicy) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("client_id", uuid.UUID{}).Immutable(),
		field.Enum("rank").Values("PRIMARY", "SECONDARY"),
		field.String("payer").Comment("the natural key of a payer of the account"),
		field.String("payer_name").Comment("as it was called when it was chosen"),
		field.String("member_id"),
		field.String("group_id").Optional(),
		field.Enum("relationship").Values("SELF", "SPOUSE", "CHILD", "OTHER").Default("SELF").Comment("of the client to the subscriber; CMS-1500 box 6"),
		field.String("subscriber_name").Optional().Comment("empty: the client is the subscriber"),
		date("subscriber_birth_date"),
		field.String("subscriber_street").Optional(),
		field.String("subscriber_city").Optional(),
		field.String("subscriber_state").Optional(),
		field.String("subscriber_zip").Optional(),
		field.String("referring_provider").Optional().Nillable().Comment("the natural key of a referring provider of the account"),
		field.String("referring_name").Optional().Nillable().Comment("as it was called when it was chosen"),
		field.Bool("assignment").Default(true).Comment("the payer pays the provider; CMS-1500 boxes 13 and 27"),
		field.Bool("active").Default(true),
		version(), createdAt(),
	}
}

// Edges of a policy.
func (InsurancePolicy) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("client", ClientName.Type).Field("client_id").Unique().Required().Immutable(),
	}
}

// Indexes of a policy.
func (InsurancePolicy) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("id", "account_id").Unique(),
		index.Fields("account_id", "client_id"),
	}
}

// Annotations of a policy.
func (InsurancePolicy) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.Insurance)}
}
