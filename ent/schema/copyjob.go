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

// CopyJob is one Copy Codes to Another Account that was done: it makes a second click of
// Copy Now answer with the result of the first. Its account is the one copied to.
type CopyJob struct{ ent.Schema }

// Fields of a copy job.
func (CopyJob) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("from_account_id", uuid.UUID{}).Immutable(),
		field.UUID("username_id", uuid.UUID{}).Immutable(),
		field.String("copied_by").Immutable().Comment("the username's name"),
		field.Int("created").Immutable(),
		field.Int("replaced").Immutable(),
		field.Int("skipped").Immutable(),
		field.Time("undone_at").Optional().Nillable(),
		createdAt(),
	}
}

// Edges of a copy job.
func (CopyJob) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a copy job.
func (CopyJob) Indexes() []ent.Index { return []ent.Index{index.Fields("account_id", "created_at")} }

// Annotations of a copy job.
func (CopyJob) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup)}
}
