package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// AccessReview is a periodic review of who may enter an account, and for what (45 CFR 164.308(a)(4)). Once it
// is finished, it is what was found then, and never changes.
type AccessReview struct{ ent.Schema }

// Fields of a review of access.
func (AccessReview) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.Time("started_at").Immutable(),
		field.String("started_by").Immutable().Comment("the username as it was called then"),
		field.Time("finished_at").Optional().Nillable().Comment("null: it is open"),
		field.UUID("finisher_id", uuid.UUID{}).Optional().Nillable(),
		field.String("finished_by").Optional(),
		field.String("note").Optional(),
		field.Int("kept").Default(0).Comment("how many usernames were decided on so, and:"),
		field.Int("changed").Default(0),
		field.Int("removed").Default(0),
		field.Int("left_open").Default(0),
		field.Text("content").Default("").Comment("what each username had when it was finished, and what was decided: JSON"),
		field.Bytes("hash").Optional().Comment("the SHA-256 of content"),
	}
}

// Edges of a review of access.
func (AccessReview) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a review of access: of an account at most one is open.
func (AccessReview) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id").Unique().Annotations(entsql.IndexWhere("finished_at IS NULL")),
		index.Fields("account_id", "finished_at"),
	}
}

// Annotations of a review of access.
func (AccessReview) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.AccountAccess)}
}
