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

// Disclosure tells that something of a client was given to others, outside of treatment, payment and
// operations (45 CFR 164.528). It is never changed; one that is wrong is struck out.
type Disclosure struct{ ent.Schema }

// Fields of a disclosure: what 45 CFR 164.528(b)(2) asks for.
func (Disclosure) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("client_id", uuid.UUID{}).Immutable(),
		day("disclosed_on"),
		field.String("recipient").Immutable().Comment("to whom"),
		field.String("address").Optional().Immutable().Comment("the recipient's, if it is known"),
		field.String("what").Immutable().Comment("what was disclosed, in brief"),
		field.String("purpose").Immutable(),
		field.String("recorded_by").Immutable().Comment("the username"),
		createdAt(),
	}
}

// Edges of a disclosure.
func (Disclosure) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("client", ClientName.Type).Field("client_id").Unique().Required().Immutable(),
		edge.To("strike", DisclosureStrike.Type).Unique().Immutable(),
	}
}

// Indexes of a disclosure.
func (Disclosure) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("id", "account_id").Unique(),
		index.Fields("account_id", "client_id", "disclosed_on", "id"),
	}
}

// Annotations of a disclosure.
func (Disclosure) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.AppendOnly(access.Clients)}
}
