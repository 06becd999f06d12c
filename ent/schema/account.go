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
		field.Int("idle_minutes").Default(15).Comment("after so long without use the sign-ins of whoever may enter end"),
		field.Int("password_reminder_months").Optional().Nillable().Comment("from this age of a password on its owner is reminded; null: never"),
		field.Bool("second_factor_required").Default(false).Comment("whether everybody who enters needs a second factor"),
		field.Bool("passkey_required").Default(false).Comment("whether they have to sign in by a passkey"),
		field.Bool("tokens_forbidden").Default(false).Comment("whether API tokens are kept out"),
		version(), createdAt(),
	}
}

// Annotations of an account.
func (Account) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.ByHand("every username linked to it sees its name; Practice Setup changes it")}
}
