package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// SessionNote is a note of the record. The text of a signed one never changes.
type SessionNote struct{ ent.Schema }

// Fields of a session note.
func (SessionNote) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("client_id", uuid.UUID{}).Immutable(),
		field.UUID("session_id", uuid.UUID{}).Optional().Nillable().Comment("the client session it is about"),
		field.Enum("note_type").Values("PROGRESS", "INTAKE", "TREATMENT_PLAN", "DISCHARGE"),
		day("note_date"),
		field.String("body"),
		field.Enum("status").Values("DRAFT", "SIGNED", "DISCARDED").Default("DRAFT"),
		field.UUID("author_id", uuid.UUID{}).Immutable(),
		field.String("author_name").Immutable(),
		field.UUID("signed_by", uuid.UUID{}).Optional().Nillable(),
		field.String("signed_name").Optional(),
		field.Time("signed_at").Optional().Nillable(),
		field.Bytes("seal").Optional().Comment("what the signed text is held against when it is opened"),
		version(), createdAt(),
	}
}

// Edges of a session note.
func (SessionNote) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("client", ClientName.Type).Field("client_id").Unique().Required().Immutable(),
		edge.From("addenda", NoteAddendum.Type).Ref("note"),
	}
}

// Indexes of a session note.
func (SessionNote) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("id", "account_id").Unique(),
		index.Fields("account_id", "client_id", "note_date"),
		index.Fields("account_id", "note_date", "id"),
		index.Fields("account_id", "status"),
		index.Fields("session_id"),
	}
}

// Annotations of a session note.
func (SessionNote) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.Notes)}
}
