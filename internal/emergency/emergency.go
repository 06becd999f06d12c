// Package emergency is emergency access (45 CFR 164.312(a)(2)(ii)): a username opens at once, for a few hours
// and with a reason, what the owner has settled before; the owner is told, and somebody else reviews it.
package emergency

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/emergency"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// State is how an emergency stands.
type State string

// The states. What is over waits for its review.
const (
	Running  State = "RUNNING"
	Over     State = "OVER"
	Reviewed State = "REVIEWED"
)

// StateOf is how an emergency stands now: what has run out is over before that is recorded.
func StateOf(e *ent.Emergency) *State {
	state := Running
	switch {
	case e.ReviewedAt != nil:
		state = Reviewed
	case e.EndedAt != nil || !e.Until.After(time.Now()):
		state = Over
	}
	return &state
}

// EndOf is when an emergency ended; nil: it runs.
func EndOf(e *ent.Emergency) *time.Time {
	if e.EndedAt == nil && *StateOf(e) != Running {
		return &e.Until
	}
	return e.EndedAt
}

// LevelsOf are the levels that an emergency opened.
func LevelsOf(e *ent.Emergency) access.Levels { return access.StoredLevels(e.Levels) }

// mostShown is how many emergencies of an account are shown.
const mostShown = 100

// All lists the emergencies of an account: first those that nobody has reviewed, the newest first.
func All(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.Emergency, error) {
	ctx = database.In(ctx, account)
	open, err := newest(ctx, log, account, emergency.ReviewedAtIsNil())
	if err != nil {
		return nil, err
	}
	reviewed, err := newest(ctx, log, account, emergency.ReviewedAtNotNil())
	if err != nil {
		return nil, err
	}
	open = append(open, reviewed...) // of none an empty list: null would be a refused one
	return open, note(ctx, account, open...)
}

func newest(ctx context.Context, log *activity.Log, account uuid.UUID, which predicate.Emergency) ([]*ent.Emergency, error) {
	return log.Reader().Emergency.Query().Where(emergency.AccountID(account), which).
		Order(emergency.ByStartedAt(sql.OrderDesc()), emergency.ByID(sql.OrderDesc())).Limit(mostShown).All(ctx)
}

// ToReview is how many emergencies of an account are over and wait for their review.
func ToReview(ctx context.Context, log *activity.Log, account uuid.UUID) (*int, error) {
	n, err := log.Reader().Emergency.Query().Where(emergency.AccountID(account), emergency.ReviewedAtIsNil(),
		emergency.Or(emergency.EndedAtNotNil(), emergency.UntilLTE(time.Now()))).Count(database.In(ctx, account))
	return &n, err
}

// One reads one emergency of an account.
func One(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Emergency, error) {
	e, err := log.Reader().Emergency.Query().Where(emergency.ID(id), emergency.AccountID(account)).Only(database.In(ctx, account))
	if err != nil {
		return nil, err
	}
	return e, note(ctx, account, e)
}

func note(ctx context.Context, account uuid.UUID, shown ...*ent.Emergency) error {
	e := event(account, "emergency.listed", activity.Read)
	e.RowCount = len(shown)
	for _, one := range shown {
		e.Entities = append(e.Entities, one.ID)
	}
	return activity.Note(ctx, e)
}

func event(account uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{Account: account, Code: code, Action: action, Section: access.AccountAccess.String(), EntityType: "Emergency"}
}

// of is an event about one emergency.
func of(account uuid.UUID, code string, action activity.Action, id uuid.UUID) activity.Event {
	e := event(account, code, action)
	e.Entities, e.RowCount, e.Emergency = []uuid.UUID{id}, 1, id
	return e
}

// says how the levels changed, section by section.
func says(before, after access.Levels) map[string]any {
	changes := map[string]any{}
	for _, s := range access.Sections() {
		if before[s] != after[s] {
			changes[s.String()] = []any{before[s].String(), after[s].String()}
		}
	}
	return changes
}
