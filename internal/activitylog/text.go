package activitylog

import (
	"context"
	"regexp"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/event"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/problem"
)

// longestText is how many characters may be searched for.
const longestText = 100

// text is what is searched for: in small letters, with single blanks; empty: nothing is.
func (f Filter) text() (string, error) {
	if f.Text == nil {
		return "", nil
	}
	typed := strings.ToLower(strings.Join(strings.Fields(*f.Text), " "))
	if typed == "" {
		return "", nil
	}
	if err := problem.CheckText("filter", typed, longestText); err != nil {
		p := problem.As(err)
		p.Path = append(p.Path, "text")
		return "", p
	}
	return typed, nil
}

// found are the ways in which an event can match a text, each of which PostgreSQL can look for
// by itself; none: nothing can match. Usernames, sections and kinds of events are few: those
// that match are found first, and then their events by an index. The address stands in that
// index. Nothing else of an event is searched: it may speak of a client.
func (r reader) found(ctx context.Context, typed string) ([]predicate.Event, error) {
	actors, err := r.actors(ctx)
	if err != nil {
		return nil, err
	}
	var ways []predicate.Event
	if together := indexed(typed, actors); len(together) > 0 {
		ways = append(ways, event.Or(together...))
	}
	if nameless(actors) {
		ways = append(ways, event.And(event.ActorID(uuid.Nil), event.ActorNameContainsFold(typed)))
	}
	return ways, nil
}

// indexed are the ways that the index of the newest events can tell by itself.
func indexed(typed string, actors []*ent.Event) (ways []predicate.Event) {
	if ids := matching(actors, func(a *ent.Event) (uuid.UUID, []string) { return a.ActorID, []string{a.ActorName} }, typed); len(ids) > 0 {
		ways = append(ways, event.ActorIDIn(ids...))
	}
	if codes := matching(activity.Codes(), func(c activity.Code) (string, []string) { return c.Name, []string{c.Name, c.Words} }, typed); len(codes) > 0 {
		ways = append(ways, event.CodeIn(codes...))
	}
	if sections := matching(access.Sections(), func(s access.Section) (string, []string) { return s.String(), []string{s.String(), s.Title()} }, typed); len(sections) > 0 {
		ways = append(ways, event.SectionIn(sections...))
	}
	if address.MatchString(typed) {
		ways = append(ways, event.IPContains(typed))
	}
	return ways
}

// address is what a part of a network address looks like.
var address = regexp.MustCompile(`^[0-9a-f.:]+$`)

// matching gives the keys of those of which one of the names contains the text. Who has no id,
// such as the system, is not among them.
func matching[T any, K comparable](all []T, of func(T) (K, []string), typed string) (keys []K) {
	for _, one := range all {
		key, names := of(one)
		for _, name := range names {
			if any(key) != any(uuid.Nil) && strings.Contains(strings.ToLower(name), typed) {
				keys = append(keys, key)
				break
			}
		}
	}
	return keys
}

// nameless tells whether somebody acted who has no id: all of them are found by their names
// alone.
func nameless(actors []*ent.Event) bool {
	for _, a := range actors {
		if a.ActorID == uuid.Nil {
			return true
		}
	}
	return false
}

// newestOf lets through the newest events that all conditions let through, at most limit. They
// are looked for in the index of the newest events alone: reading the rows too, to find that
// they do not match, would take ten times as long.
func newestOf(limit int, conditions []predicate.Event, beyond func(*sql.Selector)) predicate.Event {
	return func(s *sql.Selector) {
		events := sql.Table(event.Table).As("walked")
		walk := sql.Dialect(dialect.Postgres).Select(events.C(event.FieldOccurredAt), events.C(event.FieldID)).From(events)
		for _, condition := range conditions {
			condition(walk)
		}
		beyond(walk)
		newestFirst.Order(walk)
		walk.Limit(limit)
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString("(").Ident(s.C(event.FieldOccurredAt)).WriteString(", ").Ident(s.C(event.FieldID)).WriteString(") IN (").Join(walk).WriteString(")")
		}))
	}
}
