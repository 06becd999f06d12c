package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// ServiceCode is an entry of the master file of service codes.
type ServiceCode struct{ ent.Schema }

// Fields of a service code.
func (ServiceCode) Fields() []ent.Field {
	return masterFile(
		field.String("name"),
		field.Enum("colour").Values("BLUE", "TEAL", "GREEN", "YELLOW", "ORANGE", "RED", "PINK", "PURPLE", "GREY").Default("BLUE"),
		field.String("billing_code").Optional().Nillable().Comment("the natural key of a billing code of the account; the database holds that it is there"),
		field.Int("minutes").Default(50),
		field.Bool("billable").Default(true),
	)
}

// Edges of a service code.
func (ServiceCode) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a service code.
func (ServiceCode) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "natural_key").Unique(), index.Fields("id", "account_id").Unique()}
}

// Annotations of a service code.
func (ServiceCode) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.CodesSetup, access.Calendar)}
}
