package practicesetup

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/account"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/revision"
)

// EditPractice changes what an account says of its practice. It fails with BAD_USER_INPUT for a
// field that is not right, and with CONFLICT when the edit is based on another version than the
// current one.
func EditPractice(ctx context.Context, log *activity.Log, id uuid.UUID, version int, in Input) (saved *ent.Account, err error) {
	in = in.Trimmed()
	if err := in.Check(); err != nil {
		return nil, err
	}
	err = log.Change(database.In(ctx, id), event(id, "practice.changed", activity.Update), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := tx.Lock(ctx, id); err != nil {
			return err
		}
		current, err := tx.Account.Get(ctx, id)
		if err != nil {
			return err
		}
		if current.Version != version {
			return conflict(ctx, current, in)
		}
		saved, err = save(ctx, tx, e, current, in)
		return err
	})
	return saved, err
}

func event(id uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{
		Account: id, Code: code, Action: action, Section: access.PracticeSetup.String(),
		EntityType: "Account", Entities: []uuid.UUID{id}, RowCount: 1,
	}
}

// save writes what differs. When nothing does nothing is written, and the event says that the
// practice's data were only looked at.
func save(ctx context.Context, tx *activity.Tx, e *activity.Event, current *ent.Account, in Input) (*ent.Account, error) {
	e.Changes = changed(current, in)
	if len(e.Changes) == 0 {
		e.Code, e.Action = "practice.opened", activity.Read
		return current, nil
	}
	n, err := tx.Account.Update().Where(account.ID(current.ID), account.Version(current.Version)).AddVersion(1).
		SetPracticeName(in.PracticeName).SetProviderName(in.ProviderName).SetEmail(in.Email).SetTimeZone(in.TimeZone).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("save the practice: %w", err)
	}
	if n == 0 {
		return nil, problem.Missing()
	}
	return tx.Account.Get(ctx, current.ID)
}

// difference is a field in which an edit differs from what stands there.
type difference struct{ name, current, wanted string }

func differences(current *ent.Account, in Input) []difference {
	var found []difference
	for _, d := range []difference{
		{"practiceName", current.PracticeName, in.PracticeName},
		{"providerName", current.ProviderName, in.ProviderName},
		{emailField, current.Email, in.Email},
		{"timeZone", current.TimeZone, in.TimeZone},
	} {
		if d.current != d.wanted {
			found = append(found, d)
		}
	}
	return found
}

const emailField = "email"

// changed tells the log what was changed. The e-mail address is for Practice Setup alone: the
// log, which others may read, only says that it is another one.
func changed(current *ent.Account, in Input) map[string]any {
	changes := map[string]any{}
	for _, d := range differences(current, in) {
		changes[d.name] = []any{d.current, d.wanted}
		if d.name == emailField {
			changes[d.name] = []any{"changed"}
		}
	}
	return changes
}

// conflict tells the current values of the fields that differ, which is a reading of them.
func conflict(ctx context.Context, current *ent.Account, in Input) error {
	if err := activity.Note(ctx, event(current.ID, "practice.opened", activity.Read)); err != nil {
		return err
	}
	theirs := map[string]any{}
	for _, d := range differences(current, in) {
		theirs[d.name] = d.current
	}
	return revision.Stale("the practice's data", current.Version, theirs)
}
