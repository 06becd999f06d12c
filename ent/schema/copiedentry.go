package schema

import (
	"encoding/json"

	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// CopiedEntry is what a copy job did to one entry of a master file: it makes the copy something
// that can be undone.
type CopiedEntry struct{ ent.Schema }

// Fields of a copied entry.
func (CopiedEntry) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("job_id", uuid.UUID{}).Immutable(),
		field.String("file").Immutable(),
		field.UUID("entry_id", uuid.UUID{}).Immutable(),
		field.Int("version").Immutable().Comment("the version of the entry that the copy left"),
		field.JSON("before", json.RawMessage{}).Optional().Immutable().Comment("its row before the copy; null: the copy added it"),
	}
}

// Edges of a copied entry.
func (CopiedEntry) Edges() []ent.Edge {
	return []ent.Edge{account(), edge.To("job", CopyJob.Type).Field("job_id").Unique().Required().Immutable()}
}

// Indexes of a copied entry.
func (CopiedEntry) Indexes() []ent.Index { return []ent.Index{index.Fields("job_id")} }

// Annotations of a copied entry.
func (CopiedEntry) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup)}
}
