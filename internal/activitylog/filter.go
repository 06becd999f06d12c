package activitylog

import (
	"context"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/event"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/globalid"
)

// Filter says which events are wanted: all conditions must hold, and nil is none.
type Filter struct {
	// Username is the name of whoever acted; upper and lower case do not count.
	Username *string
	Section  *access.Section
	Action   *activity.Action
	Outcome  *activity.Outcome
	Code     *string
	// Matter is something that a review looks at.
	Matter *Matter
	// Text is what a person types: see found.
	Text *string
	// Client is the id of a client of the account; another id finds nothing.
	Client *globalid.ID
	// Token is the id of an API token; another id finds nothing.
	Token *globalid.ID
	// Emergency is the id of an emergency of the account; another id finds nothing.
	Emergency *globalid.ID
	// RecordOnly leaves out what was done with psychotherapy notes: they are apart from a client's
	// record, and whoever reads of it need not know that there are any. It leaves out the reading of
	// the log too, which would tell of itself without end.
	RecordOnly bool
	// From is inclusive, Until exclusive.
	From, Until *time.Time
}

func (f Filter) client(account uuid.UUID) uuid.UUID {
	if f.Client == nil {
		return uuid.Nil
	}
	return f.Client.In("Client", account)
}

func (f Filter) token() uuid.UUID { return f.Token.In("ApiToken", uuid.Nil) }

// told is the filter as an event may hold it: a text that was typed may be anything, also a client's
// name, and is told as that there was one. The client is told as the event's own.
func (f Filter) told() map[string]any {
	told := map[string]any{}
	say := func(name, value string) { told[name] = []any{nil, value} }
	if f.Username != nil {
		say("username", brief(*f.Username))
	}
	if f.Section != nil {
		say("section", f.Section.String())
	}
	if f.Action != nil {
		say("action", string(*f.Action))
	}
	if f.Outcome != nil {
		say("outcome", string(*f.Outcome))
	}
	if f.Code != nil {
		say("code", brief(*f.Code))
	}
	if f.Matter != nil {
		say("matter", string(*f.Matter))
	}
	if f.Token != nil {
		say("token", f.token().String())
	}
	if f.Emergency != nil {
		say("emergency", f.Emergency.Row.String())
	}
	if f.RecordOnly {
		told["recordOnly"] = []any{nil, true}
	}
	if f.Text != nil {
		told["text"] = []any{"changed"}
	}
	if f.From != nil {
		say("from", f.From.UTC().Format(time.RFC3339Nano))
	}
	if f.Until != nil {
		say("until", f.Until.UTC().Format(time.RFC3339Nano))
	}
	return told
}

// brief is as much of a text as a name can have.
func brief(s string) string {
	letters := []rune(text(s))
	return string(letters[:min(len(letters), 64)])
}

// where are the conditions of f but for the client and the text; nil: nothing can match.
func (r reader) where(ctx context.Context, f Filter) ([]predicate.Event, error) {
	if f.Client != nil && f.client(r.account) == uuid.Nil || f.Token != nil && f.token() == uuid.Nil {
		return nil, nil
	}
	where := append([]predicate.Event{event.AccountID(r.account)}, f.plain()...)
	if f.Emergency != nil {
		if f.Emergency.In("Emergency", r.account) == uuid.Nil {
			return nil, nil
		}
		where = append(where, event.EmergencyID(f.Emergency.Row))
	}
	if f.Matter != nil {
		where = append(where, f.Matter.events(r.account))
	}
	if f.Username == nil {
		return where, nil
	}
	by, err := r.by(ctx, *f.Username)
	return append(where, by), err
}

// plain are the conditions that are a column's value.
func (f Filter) plain() []predicate.Event {
	var where []predicate.Event
	if f.Section != nil {
		where = append(where, event.Section(f.Section.String()))
	}
	if f.Action != nil {
		where = append(where, event.Action(string(*f.Action)))
	}
	if f.Outcome != nil {
		where = append(where, event.Outcome(string(*f.Outcome)))
	}
	if f.Code != nil {
		where = append(where, event.Code(text(*f.Code)))
	}
	if f.Token != nil {
		where = append(where, event.TokenID(f.token()), event.TokenIDNEQ(uuid.Nil)) // the index has nothing else
	}
	if f.RecordOnly {
		where = append(where, event.SectionNEQ(access.PsychotherapyNotes.String()), event.CodeNEQ("log.read"))
	}
	if f.From != nil {
		where = append(where, event.OccurredAtGTE(*f.From))
	}
	if f.Until != nil {
		where = append(where, event.OccurredAtLT(*f.Until))
	}
	return where
}

// text takes out what PostgreSQL does not take in a text, and no event holds.
func text(s string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", "\uFFFD"), "\uFFFD")
}

// by lets through the events of the username of that name. The name is looked up among those
// who acted in this account: usernames that are deleted or no longer linked are found, and
// those of other accounts are not. What has no id, such as the system, is found by its name
// as it stands.
func (r reader) by(ctx context.Context, name string) (predicate.Event, error) {
	actors, err := r.actors(ctx)
	if err != nil {
		return nil, err
	}
	for _, a := range actors {
		if a.ActorID != uuid.Nil && strings.EqualFold(a.ActorName, name) {
			return event.ActorID(a.ActorID), nil
		}
	}
	return event.And(event.ActorID(uuid.Nil), event.ActorName(text(name))), nil
}

// actors are all who ever acted in the account: of each the id and the last name.
func (r reader) actors(ctx context.Context) ([]*ent.Event, error) {
	actors, err := r.db.Event.Query().Where(lastOfEachActor(r.account)).
		Select(event.FieldActorID, event.FieldActorName).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("find who acted: %w", err)
	}
	return actors, nil
}

// lastOfEachActor lets through the newest event of everybody who ever acted in the account. It
// goes from actor to actor along the index, a few pages each: grouping would read all events.
func lastOfEachActor(account uuid.UUID) predicate.Event {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString(`(`).Ident(s.C(event.FieldOccurredAt)).WriteString(`, `).Ident(s.C(event.FieldID)).WriteString(`) IN (
				WITH RECURSIVE actor AS (
					(SELECT actor_id, occurred_at, id FROM events WHERE account_id = `).Arg(account).WriteString(`
						ORDER BY actor_id DESC, occurred_at DESC, id DESC LIMIT 1)
					UNION ALL
					SELECT next.* FROM actor CROSS JOIN LATERAL (
						SELECT e.actor_id, e.occurred_at, e.id FROM events e WHERE e.account_id = `).Arg(account).WriteString(` AND e.actor_id < actor.actor_id
						ORDER BY e.actor_id DESC, e.occurred_at DESC, e.id DESC LIMIT 1) next)
				SELECT occurred_at, id FROM actor)`)
		}))
	}
}
