package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// DiagnosisCode is an entry of the master file of diagnosis codes.
type DiagnosisCode struct{ ent.Schema }

// Fields of a diagnosis code.
func (DiagnosisCode) Fields() []ent.Field {
	return masterFile(
		field.String("code"),
		field.String("code_set").Default("ICD-10-CM"),
		field.String("description"),
		date("effective_from"),
		date("effective_to"),
		field.Bool("favourite").Default(false).Comment("the account's own; never copied"),
	)
}

// Edges of a diagnosis code.
func (DiagnosisCode) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a diagnosis code.
func (DiagnosisCode) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "natural_key").Unique()}
}

// Annotations of a diagnosis code.
func (DiagnosisCode) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup, access.ClientSessions, access.Invoices)}
}
