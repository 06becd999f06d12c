package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"lanyard/ent/wall"
)

// Notice tells whoever runs an account that somebody else's access has changed. It is stored with the
// change, shown in the account, and mailed to its owner.
type Notice struct{ ent.Schema }

// Fields of a notice.
func (Notice) Fields() []ent.Field {
	return []ent.Field{
		id(), accountID(),
		field.Enum("kind").Immutable().
			Values("LINKED", "ACCEPTED", "DECLINED", "UNLINKED", "ENDED_ELSEWHERE", "OFFBOARDED", "FACTOR_RESET", "ADDRESS_CHANGED",
				"EMERGENCY_STARTED", "EMERGENCY_ENDED", "APP_CHANGED", "APP_DELETED",
				"PASSWORD_CHANGED", "FACTOR_CHANGED", "ATTEMPTS_STOPPED", "LOCKED"),
		field.String("username").Immutable().Comment("whose access it is about, or the name of the app"),
		field.String("by_name").Immutable().Comment("who did it"),
		createdAt(),
		field.Time("read_at").Optional().Nillable(),
		field.String("read_by").Optional(),
		field.Time("mailed_at").Optional().Nillable(),
		field.Int("attempts").Default(0).Comment("how often mailing it was tried"),
		field.Time("next_attempt_at").Default(now).Comment("not before; while it is being mailed, when that is given up"),
		field.String("mail_fault").Optional().Comment("what the mail server said last"),
		field.String("mail_to").Optional().Immutable().Comment("the second contact of emergencies, who is mailed and nothing else; empty: the owner"),
	}
}

// Edges of a notice.
func (Notice) Edges() []ent.Edge { return []ent.Edge{account()} }

// Indexes of a notice.
func (Notice) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("account_id", "created_at"),
		index.Fields("next_attempt_at").Annotations(entsql.IndexWhere("mailed_at IS NULL")),
	}
}

// Annotations of a notice.
func (Notice) Annotations() []schema.Annotation {
	return []schema.Annotation{
		entsql.Annotation{Checks: map[string]string{"notices_read": "(read_at IS NULL) = (read_by IS NULL)"}},
		wall.ByHand("whoever changes an access tells the others; Account Access reads"),
	}
}
