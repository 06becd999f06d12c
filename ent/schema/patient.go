package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
	"lanyard/internal/access"
)

// Patient is a client of the provider. The API, the screens and the table say client; only
// here the word is taken, by ent's own Client.
type Patient struct{ ent.Schema }

// Fields of a client.
func (Patient) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.Int("number").Immutable().Comment("the practice's own number, counted up from 1001"),
		field.String("first_name"),
		field.String("last_name"),
		field.String("preferred_name").Optional(),
		date("birth_date"),
		field.Enum("sex").Values("FEMALE", "MALE", "OTHER", "UNKNOWN").Default("UNKNOWN"),
		field.String("street").Optional(),
		field.String("city").Optional(),
		field.String("state").Optional(),
		field.String("zip").Optional(),
		field.String("home_phone").Optional(),
		field.String("mobile_phone").Optional(),
		field.String("email").Optional(),
		field.Enum("status").Values("ACTIVE", "ARCHIVED").Default("ACTIVE"),
		field.String("id_number").Optional().Sensitive().Comment("SSN or another number; shown masked"),
		field.String("responsible_party").Optional(),
		field.Enum("invoice_option").Values("CLIENT", "INSURANCE", "NONE").Default("CLIENT"),
		field.Bool("signature_on_file").Default(false),
		field.String("file_notes").Optional(),
		version(), createdAt(),
	}
}

// Edges of a client.
func (Patient) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a client. Lists are in the order of the names.
func (Patient) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "number").Unique(),
		index.Fields("account_id", "last_name", "first_name", "id"),
	}
}

// Annotations of a client.
func (Patient) Annotations() []schema.Annotation {
	return []schema.Annotation{entsql.Annotation{Table: "clients"}, wall.Section(access.Clients)}
}
