package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"

	"lanyard/ent/wall"
)

// Credential is how a username proves itself. Its id is the username's id.
type Credential struct{ ent.Schema }

// Fields of a credential.
func (Credential) Fields() []ent.Field {
	return []ent.Field{
		id(),
		field.String("password_hash").Sensitive(),
		field.Time("changed_at").Default(now),
		field.Bool("needs_factor").Default(false).Comment("whether the password is too short to stand without a second factor"),
		field.String("change_required").Optional().Comment("why the password has to be changed at the next sign-in; empty: it need not"),
	}
}

// Annotations of a credential.
func (Credential) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.ByHand("a person, not an account, owns it")}
}
