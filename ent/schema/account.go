package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"lanyard/ent/wall"
)

// Account is one provider's account: the tenant. Everything of a practice belongs to exactly
// one account.
type Account struct{ ent.Schema }

// Fields of an account.
func (Account) Fields() []ent.Field {
	return []ent.Field{
		id(),
		field.String("practice_name"),
		field.String("provider_name"),
		field.String("email"),
		field.String("time_zone").Comment("IANA name, such as America/New_York"),
		version(), createdAt(),
	}
}

// Annotations of an account.
func (Account) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.ByHand("every username linked to it sees its name; Practice Setup changes it")}
}
