package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
)

// ClientName is what sections other than Clients see of a client. The database keeps it in step
// with the client; the server only reads it.
type ClientName struct{ ent.Schema }

// Fields of a client's name. The id is the client's.
func (ClientName) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.Int("number").Immutable(),
		field.String("display_name"),
		field.Bool("archived").Default(false),
	}
}

// Edges of a client's name.
func (ClientName) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a client's name. What names a client names its account too; lists are in the order
// of the names.
func (ClientName) Indexes() []ent.Index {
	return []ent.Index{index.Fields("id", "account_id").Unique(), index.Fields("account_id", "display_name", "id")}
}

// Annotations of a client's name.
func (ClientName) Annotations() []schema.Annotation {
	return []schema.Annotation{wall.ByHand("each section that shows clients reads it")}
}
