package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
)

// Link is the fact that a username may enter an account, since when, until when, by whose
// consent.
type Link struct{ ent.Schema }

// Fields of a link.
func (Link) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("username_id", uuid.UUID{}).Immutable(),
		field.String("username_name").Immutable().Comment("the name at the time: history outlives the username"),
		field.Bool("owner").Default(false).Immutable(),
		field.Enum("origin").Values("SIGN_UP", "ADDED", "JOINED", "OFFERED").Immutable(),
		field.UUID("consent_id", uuid.UUID{}).Immutable().Comment("the username that consented"),
		field.String("consent_name").Immutable(),
		createdAt(),
		field.Time("valid_from").Optional().Nillable(),
		field.Time("valid_until").Optional().Nillable(),
		field.Time("ended_at").Optional().Nillable(),
		field.String("ended_by").Optional(),
		field.Time("run_out_at").Optional().Nillable().Immutable().Comment("the last end by the clock that was recorded, and told"),
		version(),
	}
}

// Edges of a link.
func (Link) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("username", Username.Type).Field("username_id").Unique().Required().Immutable(),
		edge.From("privileges", Privilege.Type).Ref("link"),
	}
}

// Indexes of a link: a username is linked to an account at most once at a time.
func (Link) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "username_id").Unique().
			Annotations(entsql.IndexWhere("ended_at IS NULL")),
		index.Fields("username_id"),
		index.Fields("valid_until").Annotations(entsql.IndexWhere("ended_at IS NULL")),
	}
}

// Annotations of a link.
func (Link) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.ByHand("one's own, and those of an account for Account Access")}
}
