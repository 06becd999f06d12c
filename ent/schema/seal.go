package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// Seal is a link of an account's hash chain: it gives one event its gapless number and binds
// it to all events before. Its table is written by hand in the migrations.
type Seal struct{ ent.Schema }

// Fields of a seal.
func (Seal) Fields() []ent.Field {
	return []ent.Field{
		field.UUID("id", uuid.UUID{}).Immutable().Comment("the event's id"),
		accountID(),
		field.Int64("seq").Immutable(),
		field.Bytes("prev_hash").Immutable(),
		field.Bytes("hash").Immutable(),
		field.Time("sealed_at").Immutable(),
	}
}

// Annotations of a seal.
func (Seal) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Skip(), wall.Log(access.ActivityLog)}
}
