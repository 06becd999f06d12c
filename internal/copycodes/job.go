package copycodes

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/copyjob"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// errDoneBefore ends the transaction of a job that was done before: there is nothing to write.
var errDoneBefore = errors.New("this copy job is done")

// earlier looks for the job: with errDoneBefore it gives the result of the first time. Copies
// to one account wait for each other, so a second click finds the first one's row.
func (k copying) earlier(ctx context.Context, tx *activity.Tx, job uuid.UUID, by *access.Viewer) (*CopyCodesPayload, error) {
	first, err := tx.CopyJob.Query().Where(copyjob.ID(job), copyjob.AccountID(k.to)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil //nolint:nilnil // the job is new: that is an answer, not an error
	}
	if err != nil {
		return nil, fmt.Errorf("look for the copy job: %w", err)
	}
	if first.UsernameID != by.Username || first.FromAccountID != k.from {
		return nil, errUsed()
	}
	return &CopyCodesPayload{Job: job, Created: first.Created, Replaced: first.Replaced, Skipped: first.Skipped}, errDoneBefore
}

// remember stores the job. One of the same id, of an account that cannot be seen from here,
// is refused by the primary key.
func (k copying) remember(ctx context.Context, tx *activity.Tx, done *CopyCodesPayload, by *access.Viewer) error {
	err := tx.CopyJob.Create().SetID(done.Job).SetAccountID(k.to).SetFromAccountID(k.from).SetUsernameID(by.Username).SetCopiedBy(by.Name).
		SetCreated(done.Created).SetReplaced(done.Replaced).SetSkipped(done.Skipped).Exec(ctx)
	if _, there := database.AlreadyThere(err); there {
		return errUsed()
	}
	if err != nil {
		return fmt.Errorf("remember the copy job: %w", err)
	}
	return nil
}

func errUsed() error {
	return problem.New(problem.Conflict, "This preview was used for another copy. Press Continue again.")
}
