package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"

	"lanyard/ent/wall"
)

// Username is one person's sign-in. It is created in a home account and may reach many.
type Username struct{ ent.Schema }

// Fields of a username.
func (Username) Fields() []ent.Field {
	return []ent.Field{
		id(),
		field.String("name").Immutable(),
		field.String("name_key").Unique().Immutable().Comment("the name in lower case; kept for ever, so that no name is used twice"),
		field.UUID("home_account_id", uuid.UUID{}).Immutable(),
		field.Time("deleted_at").Optional().Nillable(),
		field.String("deleted_by").Optional(),
		createdAt(),
	}
}

// Annotations of a username.
func (Username) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.ByHand("a person, not an account, owns it")}
}
