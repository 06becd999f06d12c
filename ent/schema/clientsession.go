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

// ClientSession is a clinical encounter, with what it is billed by. It is never deleted: it is voided.
type ClientSession struct{ ent.Schema }

// Fields of a client session.
func (ClientSession) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.UUID("client_id", uuid.UUID{}).Immutable(),
		field.UUID("appointment_id", uuid.UUID{}).Optional().Nillable().Immutable().Comment("the appointment it was made of"),
		day("service_date"),
		field.String("billing_code").Comment("the natural key of a billing code of the account"),
		field.Strings("diagnosis_codes").Comment("up to four, the main one first"),
		field.Strings("modifiers").Comment("up to four"),
		field.String("place_of_service").Comment("CMS number; 11 is Office"),
		field.UUID("location_id", uuid.UUID{}).Optional().Nillable().Comment("where it was: a location of the account"),
		field.String("location_name").Optional().Nillable().Comment("what that was called when it was chosen"),
		field.Int("minutes").Optional().Nillable(),
		field.Int("units").Default(1),
		field.Int64("charge").Comment("cents, for all units"),
		field.Enum("bill_to").Values("INSURANCE", "CLIENT"),
		field.Int64("paid_at_session").Default(0).Comment("cents"),
		field.Enum("status").Values("OPEN", "INVOICED", "VOID").Default("OPEN").Comment("INVOICED is set by the database while an invoice holds it"),
		field.UUID("authorization_id", uuid.UUID{}).Optional().Nillable().Comment("found by the database"),
		field.Bool("beyond_authorization").Default(false).Comment("found by the database: the client has authorizations, and none of them covers it"),
		version(), createdAt(),
	}
}

// Edges of a client session.
func (ClientSession) Edges() []ent.Edge {
	return []ent.Edge{
		account(),
		edge.To("client", ClientName.Type).Field("client_id").Unique().Required().Immutable(),
		edge.To("location", Location.Type).Field("location_id").Unique(),
	}
}

// Indexes of a client session.
func (ClientSession) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("id", "client_id", "account_id").Unique(),
		index.Fields("account_id", "service_date", "id"),
		index.Fields("account_id", "client_id", "service_date"),
		index.Fields("account_id", "status"),
		index.Fields("appointment_id").Unique().Annotations(entsql.IndexWhere("((status)::text <> 'VOID'::text)")),
	}
}

// Annotations of a client session.
func (ClientSession) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.Section(access.ClientSessions)}
}
