package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// Privilege is the access level of a link for one section, with who granted it, when, why
// and until when.
type Privilege struct{ ent.Schema }

// Fields of a privilege.
func (Privilege) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("link_id", uuid.UUID{}).Immutable(),
		field.UUID("username_id", uuid.UUID{}).Immutable(),
		field.String("section").GoType(access.Section(0)).Immutable(),
		field.Uint8("level").GoType(access.Level(0)).
			SchemaType(map[string]string{dialect.Postgres: "smallint"}),
		field.UUID("granted_by", uuid.UUID{}),
		field.String("granted_by_name"),
		field.Time("granted_at").Default(now),
		field.UUID("event_id", uuid.UUID{}).Optional().Nillable().Comment("the event of the log that set it; null: set before this was kept"),
		field.Enum("route").Values("SIGN_UP", "ADDED", "JOINED", "OFFERED", "SET", "EMERGENCY").Comment("how it came about: with the link, set afterwards, or opened in an emergency"),
		field.Enum("source").Values("GIVEN", "EMERGENCY").Default("GIVEN").Immutable().Comment("what was given, and what an emergency opens, stand side by side: the higher one in force counts"),
		field.UUID("emergency_id", uuid.UUID{}).Optional().Nillable().Immutable(),
		field.String("reason").Optional(),
		field.Time("valid_from").Optional().Nillable(),
		field.Time("valid_until").Optional().Nillable(),
	}
}

// Edges of a privilege.
func (Privilege) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("link", Link.Type).Field("link_id").Unique().Required().Immutable(),
	}
}

// Indexes of a privilege.
func (Privilege) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("link_id", "section", "source").Unique(),
		index.Fields("account_id", "username_id", "section"),
	}
}

// Annotations of a privilege.
func (Privilege) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Checks: map[string]string{"level_range": "level BETWEEN 0 AND 2"}},
		wall.ByHand("one's own, and those of an account for Account Access"),
	}
}
