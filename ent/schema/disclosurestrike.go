package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// DisclosureStrike strikes out a disclosure that was recorded wrongly. Both stay readable.
type DisclosureStrike struct{ ent.Schema }

// Fields of a strike.
func (DisclosureStrike) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("disclosure_id", uuid.UUID{}).Immutable(),
		field.String("reason").Immutable(),
		field.String("struck_by").Immutable().Comment("the username"),
		createdAt(),
	}
}

// Edges of a strike. A disclosure is struck out once.
func (DisclosureStrike) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.From("disclosure", Disclosure.Type).Ref("strike").Field("disclosure_id").Unique().Required().Immutable(),
	}
}

// Annotations of a strike.
func (DisclosureStrike) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.AppendOnly(access.Clients)}
}
