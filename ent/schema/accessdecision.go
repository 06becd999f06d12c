package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// AccessDecision confirms within a review what a username has: a link as one version of it says. What changes
// the link afterwards asks for another one.
type AccessDecision struct{ ent.Schema }

// Fields of a decision.
func (AccessDecision) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("review_id", uuid.UUID{}).Immutable(),
		field.UUID("link_id", uuid.UUID{}).Immutable(),
		field.UUID("username_id", uuid.UUID{}).Immutable(),
		field.Int("version").Immutable().Comment("the link's"),
		field.Enum("kind").Values("KEEP", "CHANGE").Immutable().Comment("whether its privileges were set within the review"),
		field.UUID("decider_id", uuid.UUID{}).Immutable(),
		field.String("decided_by").Immutable().Comment("the username as it was called then"),
		field.Time("decided_at").Immutable(),
	}
}

// Edges of a decision.
func (AccessDecision) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a decision: of two who decide at once, the second learns of the first.
func (AccessDecision) Indexes() []ent.Index {
	return []ent.Index{index.Fields("review_id", "link_id", "version").Unique()}
}

// Annotations of a decision.
func (AccessDecision) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.AppendOnly(access.AccountAccess)}
}
