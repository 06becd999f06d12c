package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
)

// PsychotherapyNote is kept apart from the record (45 CFR 164.501): nothing refers to it, and it
// refers to no session. Its author alone reads it, until the author shares it.
type PsychotherapyNote struct{ ent.Schema }

// Fields of a psychotherapy note.
func (PsychotherapyNote) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("client_id", uuid.UUID{}).Immutable(),
		day("note_date"),
		field.String("body"),
		field.UUID("author_id", uuid.UUID{}).Immutable(),
		field.String("author_name").Immutable(),
		field.Bool("shared").Default(false).Comment("read by everybody who holds the section"),
		version(), createdAt(),
	}
}

// Edges of a psychotherapy note.
func (PsychotherapyNote) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("client", ClientName.Type).Field("client_id").Unique().Required().Immutable(),
	}
}

// Indexes of a psychotherapy note.
func (PsychotherapyNote) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "client_id", "note_date"),
		index.Fields("account_id", "author_id", "note_date"),
	}
}

// Annotations of a psychotherapy note.
func (PsychotherapyNote) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.ByHand("whoever holds Psychotherapy Notes, and of them the author alone unless it is shared")}
}
