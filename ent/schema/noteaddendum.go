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
	"lanyard/internal/access"
)

// NoteAddendum is what is added to a signed note.
type NoteAddendum struct{ ent.Schema }

// Fields of an addendum.
func (NoteAddendum) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("note_id", uuid.UUID{}).Immutable(),
		field.String("body").Immutable(),
		field.UUID("author_id", uuid.UUID{}).Immutable(),
		field.String("author_name").Immutable(),
		field.Bytes("seal").Immutable(),
		createdAt(),
	}
}

// Edges of an addendum.
func (NoteAddendum) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("note", SessionNote.Type).Field("note_id").Unique().Required().Immutable(),
	}
}

// Indexes of an addendum.
func (NoteAddendum) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("note_id"),
	}
}

// Annotations of an addendum.
func (NoteAddendum) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "note_addenda"}, wall.AppendOnly(access.Notes)}
}
