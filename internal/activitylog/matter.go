package activitylog

import (
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent/event"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/access"
	"lanyard/internal/activity"
)

// Matter is something that a review of the log looks at. The digest counts its events and the
// filter shows them: both ask here which they are.
type Matter string

// The matters.
const (
	Refusals          Matter = "REFUSALS"
	FailedSignIns     Matter = "FAILED_SIGN_INS"
	PrivilegeChanges  Matter = "PRIVILEGE_CHANGES"
	UsernameChanges   Matter = "USERNAME_CHANGES"
	Exports           Matter = "EXPORTS"
	ClientsFromAfar   Matter = "CLIENTS_FROM_AFAR"
	ClientsAfterHours Matter = "CLIENTS_AFTER_HOURS"
)

// Matters are all of them, in the order of a digest.
func Matters() []Matter {
	return []Matter{Refusals, FailedSignIns, PrivilegeChanges, UsernameChanges, Exports, ClientsFromAfar, ClientsAfterHours}
}

// events lets through the events of the account that the matter is about; of a matter that is not
// known none.
func (m Matter) events(account uuid.UUID) predicate.Event {
	switch m {
	case Refusals:
		return event.Outcome(string(activity.Denied))
	case FailedSignIns:
		return event.CodeIn("login.fail", "link.find.fail", "invite.fail")
	case PrivilegeChanges:
		return event.Code("privilege.changed")
	case UsernameChanges:
		return event.CodeIn("username.added", "username.deleted", "username.unlocked", "password.forced", "signin.closed", "signin.rules",
			"link.joined", "link.times", "link.unlinked", "link.ended", "invite.accepted")
	case Exports:
		return event.CodeIn(activity.Leaving()...)
	case ClientsFromAfar:
		return event.And(event.Code("client.opened"), event.Role(string(activity.Master)))
	case ClientsAfterHours:
		return event.And(event.Section(access.Clients.String()), event.CodeIn("client.opened", "client.listed"), afterHours(account))
	}
	return event.Not(event.AccountID(account))
}

// Work begins and ends at these hours of the account's day.
const firstHour, lastHour = 6, 21

// afterHours lets through what happened in the night of the account.
func afterHours(account uuid.UUID) predicate.Event {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString("extract(hour FROM ").Ident(s.C(event.FieldOccurredAt)).
				WriteString(" AT TIME ZONE (SELECT time_zone FROM accounts WHERE id = ").Arg(account).WriteString(")) NOT BETWEEN ").
				Arg(firstHour).WriteString(" AND ").Arg(lastHour)
		}))
	}
}
