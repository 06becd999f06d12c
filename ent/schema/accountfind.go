package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"

	"lanyard/ent/wall"
)

// AccountFind is the proof, good for ten minutes and one use, that a username gave the right
// password of another account's username: Find Account leaves it, Join Account uses it.
type AccountFind struct{ ent.Schema }

// Fields of a find.
func (AccountFind) Fields() []ent.Field {
	return []ent.Field{
		id(),
		field.UUID("username_id", uuid.UUID{}).Immutable().Comment("who may join"),
		field.UUID("account_id", uuid.UUID{}).Immutable().Comment("the account that was found"),
		field.UUID("consent_id", uuid.UUID{}).Immutable().Comment("the username whose password was given"),
		field.String("consent_name").Immutable(),
		createdAt(),
		field.Time("expires_at").Immutable(),
		field.Time("used_at").Optional().Nillable(),
	}
}

// Annotations of a find.
func (AccountFind) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.ByHand("a person, not an account, owns it")}
}
