package revision

import (
	"context"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Edit is a change to one record, and the version that it is based on.
type Edit[T any] struct {
	ID      uuid.UUID
	Version int
	// Want gives the record as it should be, and leaves the one that it is given as it is.
	Want func(current *T) (*T, error)
	// Pressed tells that nothing was typed: one press says what is to become of the record as it is shown.
	Pressed bool
}

// Record is how a section keeps its records of one kind.
type Record[T any] struct {
	// Called is what people call one, such as "this client".
	Called string
	// Find reads one that nobody else changes until the end. It may say of e what the change is
	// about, and fails with NOT_FOUND for an id that the account does not have.
	Find    func(ctx context.Context, tx *activity.Tx, e *activity.Event, id uuid.UUID) (*T, error)
	Version func(*T) int
	// Theirs are the current values of the fields in which an edit differs from them; of all fields
	// where nothing was typed, and wanted is nil.
	Theirs func(current, wanted *T) map[string]any
	// Note records that one was read.
	Note func(ctx context.Context, current *T) error
	Save func(ctx context.Context, tx *activity.Tx, e *activity.Event, current, wanted *T) error
}

// Change saves an edit of a record together with the event e, and gives the record as it is then. It
// fails with CONFLICT when the edit is based on another version than the current one.
func (r Record[T]) Change(ctx context.Context, log *activity.Log, e activity.Event, ed Edit[T]) (*T, error) {
	var wanted *T
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		current, err := r.Find(ctx, tx, e, ed.ID)
		if err != nil {
			return err
		}
		if wanted, err = ed.Want(current); err != nil {
			return err
		}
		if r.Version(current) != ed.Version {
			if ed.Pressed {
				return r.Stale(ctx, current, nil)
			}
			return r.Stale(ctx, current, wanted)
		}
		return r.Save(ctx, tx, e, current, wanted)
	}
	if err := log.Change(database.In(ctx, e.Account), e, do); err != nil {
		return nil, err
	}
	return wanted, nil
}

// Stale answers an edit that is based on another version than the current one: it tells the current
// values of the fields that differ, and of all where wanted is nil. That is a reading of the record.
func (r Record[T]) Stale(ctx context.Context, current, wanted *T) error {
	if err := r.Note(ctx, current); err != nil {
		return err
	}
	theirs := r.Theirs(current, wanted)
	if wanted == nil {
		return StalePress(r.Called, r.Version(current), theirs)
	}
	return Stale(r.Called, r.Version(current), theirs)
}
