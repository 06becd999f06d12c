package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
)

// EmergencySettings is what the owner of an account has settled before there is an emergency: who may open
// what, for how long, and who is told. An account without has nobody who may.
type EmergencySettings struct{ ent.Schema }

// Fields of the settings.
func (EmergencySettings) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		uuids("links"), // whose usernames may
		field.Int("longest_minutes"),
		field.JSON("levels", map[string]string{}).Comment("section -> the highest level that may be opened"),
		field.String("contact_name").Comment("who is told besides the owner"),
		field.String("contact_email"),
		field.Time("changed_at"),
		field.String("changed_by"),
		version(),
	}
}

// Edges of the settings.
func (EmergencySettings) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of the settings.
func (EmergencySettings) Indexes() []ent.Index {
	return []ent.Index{index.Fields("account_id").Unique()}
}

// Annotations of the settings.
func (EmergencySettings) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Table: "emergency_settings", Checks: map[string]string{"emergency_settings_longest": "longest_minutes BETWEEN 15 AND 1440"}},
		wall.ByHand("Account Access reads, and the owner alone writes"),
	}
}
