package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
	"github.com/google/uuid"

	"lanyard/ent/wall"
)

// Invitation is a link by consent on its way: an offer of somebody who runs an account, or the request
// of somebody who wants to enter another one. Whoever holds its code answers it, once.
type Invitation struct{ ent.Schema }

// Fields of an invitation. The account is the one that it was made in: of an offer the one that it
// opens.
func (Invitation) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.Enum("kind").Values("OFFER", "REQUEST").Immutable(),
		field.Bytes("code_hash").Unique().Immutable().Sensitive().Comment("SHA-256 of the code, which is shown once"),
		field.UUID("maker_id", uuid.UUID{}).Immutable().Comment("the username that offers, or asks"),
		field.String("maker_name").Immutable(),
		field.JSON("levels", map[string]string{}).Immutable().Comment("section -> level; what is absent is No Access"),
		field.Time("link_from").Optional().Nillable().Immutable(),
		field.Time("link_until").Optional().Nillable().Immutable(),
		field.String("purpose").Immutable(),
		createdAt(),
		field.Time("expires_at").Immutable(),
		field.Enum("state").Values("OPEN", "ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED").Default("OPEN"),
		field.Time("answered_at").Optional().Nillable(),
		field.String("answered_by").Optional().Comment("the username that accepted, declined or withdrew it"),
	}
}

// Edges of an invitation.
func (Invitation) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of an invitation.
func (Invitation) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "created_at"),
		index.Fields("state", "expires_at"),
	}
}

// Annotations of an invitation.
func (Invitation) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Checks: map[string]string{"invitations_answered": "(state = 'OPEN') = (answered_at IS NULL)"}},
		wall.ByHand("Account Access makes and withdraws them, in one's own name, and the code answers them"),
	}
}
