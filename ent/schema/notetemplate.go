package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// NoteTemplate is an entry of the master file of note templates.
type NoteTemplate struct{ ent.Schema }

// Fields of a note template.
func (NoteTemplate) Fields() []ent.Field {
	return masterFile(
		field.String("name"),
		field.Enum("note_type").Values("PROGRESS", "INTAKE", "TREATMENT_PLAN", "DISCHARGE").Default("PROGRESS"),
		field.String("body"),
	)
}

// Edges of a note template.
func (NoteTemplate) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a note template.
func (NoteTemplate) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "natural_key").Unique()}
}

// Annotations of a note template.
func (NoteTemplate) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup, access.Notes)}
}
