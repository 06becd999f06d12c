package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
)

// SignIn is one signed-in browser. Of its token only the SHA-256 is stored.
type SignIn struct{ ent.Schema }

// Fields of a sign-in.
func (SignIn) Fields() []ent.Field {
	return []ent.Field{
		id(),
		field.UUID("username_id", uuid.UUID{}).Immutable(),
		field.Bytes("token_hash").Unique().Immutable().Sensitive(),
		field.String("ip").Immutable(),
		field.String("network").Default("").Immutable().Comment("an IPv4 address, or the /64 of an IPv6 one"),
		field.String("user_agent").Immutable(),
		createdAt(),
		field.Time("seen_at").Default(now).Comment("last use, to the minute"),
		field.Time("expires_at").Immutable().Comment("the absolute end"),
		field.Time("ended_at").Optional().Nillable(),
		field.String("end_reason").Optional(),
		field.Enum("factor").Values("PASSWORD", "AUTHENTICATOR", "RECOVERY_CODE", "PASSKEY").Default("PASSWORD").
			Comment("what it was proven with: the password alone, or what beside it or in its place"),
	}
}

// Indexes of a sign-in.
func (SignIn) Indexes() []ent.Index {
	return []ent.Index{index.Fields("username_id")}
}

// Annotations of a sign-in.
func (SignIn) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.ByHand("a person, not an account, owns it")}
}
