// Package schema describes the data: one file an entity, shape only. Rules live in the
// package of each section, never here.
package schema

import (
	"time"

	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"

	"lanyard/ent/column"
)

// newID makes ids that sort by time, so that inserts stay at the end of their index.
func newID() uuid.UUID { return uuid.Must(uuid.NewV7()) }

func now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

func id() ent.Field {
	return field.UUID("id", uuid.UUID{}).Default(newID).Immutable()
}

func accountID() ent.Field {
	return field.UUID("account_id", uuid.UUID{}).Immutable()
}

func account() ent.Edge {
	return edge.To("account", Account.Type).Field("account_id").Unique().Required().Immutable()
}

func createdAt() ent.Field {
	return field.Time("created_at").Default(now).Immutable()
}

// version counts the edits of a row: an edit says which one it was based on.
func version() ent.Field {
	return field.Int("version").Default(1)
}

func date(name string) ent.Field {
	return field.String(name).GoType(column.Date("")).
		SchemaType(map[string]string{dialect.Postgres: "date"}).Optional().Nillable()
}

// day is a date that is always there.
func day(name string) ent.Field {
	return field.String(name).GoType(column.Date("")).
		SchemaType(map[string]string{dialect.Postgres: "date"})
}

func uuids(name string) ent.Field {
	return field.Other(name, column.UUIDs{}).
		SchemaType(map[string]string{dialect.Postgres: "uuid[]"}).Optional()
}

// provenance tells where a copied row came from.
func provenance() []ent.Field {
	return []ent.Field{
		field.UUID("copied_from", uuid.UUID{}).Optional().Nillable().Comment("the account it was copied from"),
		field.String("copied_by").Optional().Comment("the username that copied it"),
		field.Time("copied_at").Optional().Nillable(),
		field.UUID("copy_job", uuid.UUID{}).Optional().Nillable(),
	}
}

// masterFile is what all master files share. The natural key is unique in an account.
func masterFile(own ...ent.Field) []ent.Field {
	fields := []ent.Field{
		id(), accountID(),
		field.String("natural_key").Comment("what makes two entries the same one: see internal/codessetup"),
		field.Bool("active").Default(true),
		version(), createdAt(),
	}
	return append(append(fields, own...), provenance()...)
}
