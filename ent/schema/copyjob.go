package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
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
		field.Int("created").Immutable(),
		field.Int("replaced").Immutable(),
		field.Int("skipped").Immutable(),
		field.Time("undone_at").Optional().Nillable(),
		createdAt(),
	}
}

// Edges of a copy job.
func (CopyJob) Edges() []ent.Edge { return []ent.Edge{account()} }

// Annotations of a copy job.
func (CopyJob) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup)}
}
