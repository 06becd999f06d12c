package signin

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

const lockedReason = "locked"

// refuseLocked answers an attempt that is not looked at. Of those that follow within a minute the log is told
// by one event of TellRefusals: whoever makes them would fill it otherwise.
func (p Prover) refuseLocked(ctx context.Context, username uuid.UUID, why Attempt, wait int) error {
	var actor uuid.UUID
	if v := access.ViewerFrom(ctx); v != nil && why.AsViewer {
		actor = v.Username
	}
	var first bool
	err := p.DB.Send(database.With(ctx, database.Identity{}), func(b *pgx.Batch) {
		b.Queue(`SELECT note_refusal($1, $2, $3, $4, $5)`, username, actor, why.Counterpart, network(ctx), why.Fail).QueryRow(func(row pgx.Row) error {
			return row.Scan(&first)
		})
	})
	if err != nil {
		return fmt.Errorf("note a refused attempt: %w", err)
	}
	if !first {
		return locked(wait)
	}
	return p.refuse(ctx, username, why, locked(wait), lockedReason)
}

// refusals are attempts that no event has told of yet.
type refusals struct {
	Username, Actor, Counterpart uuid.UUID
	Network, Code                string
}

// errTold tells that another server was faster.
var errTold = errors.New("the refusals are told already")

// TellRefusals records how many attempts were refused while a username was locked, after the first of a
// minute, in one event each.
func TellRefusals(ctx context.Context, db *database.DB, log *activity.Log) error {
	var due []refusals
	err := db.Send(ctx, func(b *pgx.Batch) {
		b.Queue(`SELECT * FROM due_refusals($1)`, atOnce).Query(func(rows pgx.Rows) (err error) {
			due, err = pgx.CollectRows(rows, pgx.RowToStructByPos[refusals])
			return err
		})
	})
	if err != nil {
		return fmt.Errorf("look for refusals to tell: %w", err)
	}
	p := Prover{DB: db, Log: log}
	failed := make([]error, len(due))
	for i, r := range due {
		failed[i] = p.tell(activity.WithRequest(ctx, activity.Request{ID: uuid.NewString(), IP: r.Network}), r)
	}
	return errors.Join(failed...)
}

func (p Prover) tell(ctx context.Context, r refusals) error {
	e := activity.Event{Code: r.Code, Action: activity.Execute, Outcome: activity.Failed, Reason: lockedReason, Counterpart: r.Counterpart}
	if r.Counterpart != uuid.Nil {
		e.Section = access.AccountAccess.String()
	}
	if err := p.nameEvent(ctx, &e, r.Username, Attempt{AsViewer: r.Actor != uuid.Nil}); err != nil {
		return err
	}
	if r.Actor != uuid.Nil {
		u, err := p.Log.Reader().Username.Get(database.As(ctx, r.Actor), r.Actor)
		if err != nil && !ent.IsNotFound(err) {
			return fmt.Errorf("read who tried: %w", err)
		}
		if u != nil {
			e.ActorID, e.ActorName, e.ActorHome = u.ID, u.Name, u.HomeAccountID
		}
	}
	err := p.Log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		attempts, err := database.Value[*int](tx.Query(ctx, `SELECT tell_refusals($1, $2, $3, $4, $5)`, r.Username, r.Actor, r.Counterpart, r.Network, r.Code))
		if err == nil && attempts == nil {
			return errTold
		}
		if err == nil {
			e.RowCount = *attempts
		}
		return err
	})
	if errors.Is(err, errTold) {
		return nil
	}
	return err
}

// locked says how long to wait; -1 is until somebody unlocks the username.
func locked(seconds int) *problem.Error {
	if seconds < 0 {
		return problem.New(problem.RateLimited, "This username is locked after too many failed attempts. Sign in from where you usually do, or ask whoever runs its account to unlock it; where nobody can, ask whoever runs the server.")
	}
	wait := "a minute"
	if seconds > 60 {
		wait = fmt.Sprintf("%d minutes", (seconds+59)/60)
	}
	return problem.New(problem.RateLimited, "Too many failed attempts. Try again in %s.", wait).With("retryAfter", max(1, seconds))
}
