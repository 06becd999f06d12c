package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
)

// Emergency is a time in which a username opened more of an account than it was given, at once and by
// itself (45 CFR 164.312(a)(2)(ii)). Somebody else reviews it.
type Emergency struct{ ent.Schema }

// Fields of an emergency.
func (Emergency) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("link_id", uuid.UUID{}).Immutable(),
		field.UUID("username_id", uuid.UUID{}).Immutable(),
		field.String("username").Immutable().Comment("as it was called then"),
		field.String("reason").Immutable(),
		field.JSON("levels", map[string]string{}).Immutable().Comment("section -> level that it opened"),
		field.Time("started_at").Immutable(),
		field.Time("until").Immutable().Comment("when it ends by itself; its link can end it earlier"),
		field.Time("ended_at").Optional().Nillable().Immutable().Comment("when its end was recorded; null: it runs, or has just run out"),
		field.String("ended_by").Optional().Immutable().Comment("who ended it before its time; empty: it ran out"),
		field.Time("reviewed_at").Optional().Nillable(),
		field.UUID("reviewer_id", uuid.UUID{}).Optional().Nillable(),
		field.String("reviewer").Optional(),
		field.Bool("justified").Optional().Nillable(),
		field.String("finding").Optional(),
	}
}

// Edges of an emergency.
func (Emergency) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of an emergency.
func (Emergency) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "started_at"),
		index.Fields("until").Annotations(entsql.IndexWhere("ended_at IS NULL")),
	}
}

// Annotations of an emergency.
func (Emergency) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "emergencies", Checks: map[string]string{"emergencies_times": "started_at < until AND until <= started_at + interval '24 hours'"}},
		wall.ByHand("one's own while it runs, and those of an account for Account Access; functions start and end them"),
	}
}
