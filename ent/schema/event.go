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

// Event is an entry of the activity log. It stands alone: copied names, no foreign keys.
// Its table is written by hand in the migrations, because it is partitioned by month; it is
// written to by internal/activity only, and nobody changes or deletes a row.
type Event struct{ ent.Schema }

// Fields of an event: FHIR R5 AuditEvent, IHE BALP and ASTM E2147-18, 7.1.
func (Event) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.Time("occurred_at").Immutable(),
		field.String("code").Immutable(),
		field.String("action").Immutable().Comment("C, R, U, D or E, as in FHIR AuditEvent.action"),
		field.String("outcome").Immutable().Comment("OK, DENIED or FAILED"),
		field.String("reason").Immutable(),
		field.UUID("actor_id", uuid.UUID{}).Immutable().Comment("the username; all zeros: the system or nobody known"),
		field.String("actor_name").Immutable(),
		field.UUID("actor_home_id", uuid.UUID{}).Immutable(),
		field.String("role").Immutable().Comment("OWNER, MEMBER, MASTER, STRANGER or SYSTEM"),
		field.UUID("sign_in_id", uuid.UUID{}).Immutable(),
		field.String("request_id").Immutable(),
		field.String("ip").Immutable(),
		field.String("user_agent").Immutable(),
		field.String("section").Immutable(),
		field.String("level_held").Immutable(),
		field.String("level_needed").Immutable(),
		field.String("entity_type").Immutable(),
		uuids("entity_ids"),
		uuids("client_ids"),
		field.Int("row_count").Immutable(),
		field.JSON("changes", map[string]any{}).Immutable().Comment("field -> [old, new], or [\"changed\"] where the values are personal"),
		field.UUID("authorization_id", uuid.UUID{}).Immutable().Comment("the find, copy job or grant that it rests on"),
		field.UUID("counterpart_id", uuid.UUID{}).Immutable().Comment("the other account of a link or a copy"),
		field.UUID("token_id", uuid.UUID{}).Immutable().Comment("the API token that it was done by; all zeros: a person did it"),
		field.String("token_name").Immutable(),
		field.UUID("emergency_id", uuid.UUID{}).Immutable().Comment("the emergency during which whoever acted did it; all zeros: none"),
		field.UUID("seen_as_id", uuid.UUID{}).Immutable().Comment("the username as which whoever acted looked; all zeros: as themself"),
		field.String("seen_as_name").Immutable(),
	}
}

// Annotations of an event.
func (Event) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Skip(), wall.Log(access.ActivityLog)}
}
