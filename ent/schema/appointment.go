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

// Appointment is a time that is kept free for a client. It holds no notes.
type Appointment struct{ ent.Schema }

// Fields of an appointment.
func (Appointment) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("client_id", uuid.UUID{}),
		field.Time("start"),
		field.Int("minutes"),
		field.UUID("service_id", uuid.UUID{}).Optional().Nillable().Comment("what it is booked as"),
		field.String("service_code").Optional().Nillable().Comment("the natural key of a billing code of the account"),
		field.String("location").Optional(),
		field.Enum("status").Values("SCHEDULED", "KEPT", "MISSED", "CANCELLED").Default("SCHEDULED"),
		version(), createdAt(),
	}
}

// Edges of an appointment.
func (Appointment) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("client", ClientName.Type).Field("client_id").Unique().Required(),
		edge.To("service", ServiceCode.Type).Field("service_id").Unique(),
	}
}

// Indexes of an appointment. Lists are in the order of the start.
func (Appointment) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id", "start", "id"), index.Fields("client_id")}
}

// Annotations of an appointment.
func (Appointment) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.Calendar)}
}
