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

// Review tells that somebody looked through the activity log of some days, and signed it off
// (45 CFR 164.308(a)(1)(ii)(D)). It is never changed.
type Review struct{ ent.Schema }

// Fields of a review: the days, who signed them off, and what the log held of them then.
func (Review) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		day("first_day"),
		day("last_day"),
		field.String("time_zone").Immutable().Comment("the account's then: it says when the days began and ended"),
		field.UUID("reviewer_id", uuid.UUID{}).Immutable().Comment("the username"),
		field.String("reviewer").Immutable().Comment("the username as it was called then"),
		field.String("note").Optional().Immutable(),
		field.Int("events").Immutable().Comment("how many events the days had, and of them:"),
		field.Int("refused").Immutable(),
		field.Int("failed").Immutable(),
		field.Int64("sealed_seq").Optional().Nillable().Immutable().Comment("the seal of the last sealed event of the days; null: there was none"),
		field.Bytes("sealed_hash").Optional().Immutable(),
		createdAt(),
	}
}

// Edges of a review.
func (Review) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a review.
func (Review) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "last_day", "id")}
}

// Annotations of a review.
func (Review) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Checks: map[string]string{
			"reviews_first_before_last": "first_day <= last_day", "reviews_whole_seal": "(sealed_seq IS NULL) = (sealed_hash IS NULL)",
		}},
		wall.ByHand("Activity Log reads and adds, each in one's own name, and nobody changes"),
	}
}
