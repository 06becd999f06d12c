package copycodes

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/copyjob"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// CopyJob is a copy that was made to an account.
type CopyJob struct {
	ID, From                   uuid.UUID
	By                         string
	At                         time.Time
	Created, Replaced, Skipped int
	// UndoneAt is nil when the copy stands, UndoableUntil when it cannot be undone any more.
	UndoneAt, UndoableUntil *time.Time
}

// recent is how many copies are listed.
const recent = 50

// RecentCopies lists the latest copies that were made to the account, the latest first.
func RecentCopies(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*CopyJob, error) {
	jobs, err := log.Reader().CopyJob.Query().Where(copyjob.AccountID(account)).
		Order(copyjob.ByCreatedAt(sql.OrderDesc()), copyjob.ByID(sql.OrderDesc())).Limit(recent).All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("list the copies: %w", err)
	}
	e := event(account, uuid.Nil, "codes.copy.listed", activity.Read)
	e.EntityType, e.RowCount = "CopyJob", len(jobs)
	copies := make([]*CopyJob, len(jobs))
	for i, job := range jobs {
		copies[i] = copyJob(job)
		e.Entities = append(e.Entities, job.ID)
	}
	return copies, activity.Note(ctx, e)
}

func copyJob(j *ent.CopyJob) *CopyJob {
	return &CopyJob{j.ID, j.FromAccountID, j.CopiedBy, j.CreatedAt, j.Created, j.Replaced, j.Skipped, j.UndoneAt, undoableUntil(j)}
}

func undoableUntil(j *ent.CopyJob) *time.Time {
	until := j.CreatedAt.Add(undoableFor)
	if j.UndoneAt != nil || j.Created+j.Replaced == 0 || time.Now().After(until) {
		return nil
	}
	return &until
}
