package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// Modifier is an entry of the master file of modifiers.
type Modifier struct{ ent.Schema }

// Fields of a modifier.
func (Modifier) Fields() []ent.Field {
	return masterFile(
		field.String("code"),
		field.String("description"),
	)
}

// Edges of a modifier.
func (Modifier) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a modifier.
func (Modifier) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "natural_key").Unique()}
}

// Annotations of a modifier.
func (Modifier) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup, access.ClientSessions)}
}
