package accessreview

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/accessreview"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/form"
	"lanyard/internal/problem"
)

// FinishInput is how a review is finished.
type FinishInput struct {
	// LeaveOpen finishes although others than the viewer are not decided on.
	LeaveOpen bool
	Note      *string
}

// maxNote is the most characters of a note.
const maxNote = 1000

// Finish keeps for good what each username has, what was decided, by whom and when. The event has its hash.
func Finish(ctx context.Context, log *activity.Log, account, id uuid.UUID, in FinishInput) (finished *ent.AccessReview, err error) {
	var c form.Checks
	said := c.Text("note", in.Note, maxNote)
	if err := c.Fault(); err != nil {
		return nil, err
	}
	ctx = database.In(ctx, account)
	e := event(account, "access.reviewed", activity.Update)
	e.Entities = []uuid.UUID{id}
	err = log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		r, err := opened(ctx, tx, account, id)
		if err != nil {
			return err
		}
		items, err := within(ctx, log, tx.Client, r)
		if err != nil {
			return err
		}
		end, err := ending(items, in.LeaveOpen)
		if err != nil {
			return err
		}
		e.Changes = end.told()
		viewer := access.ViewerFrom(ctx)
		n, err := tx.AccessReview.Update().Where(accessreview.ID(id), accessreview.AccountID(account), accessreview.FinishedAtIsNil()).
			SetFinishedAt(now()).SetFinisherID(viewer.Username).SetFinishedBy(viewer.Name).SetNote(said).
			SetKept(end.decided[Keep]).SetChanged(end.decided[Change]).SetRemoved(end.decided[Remove]).SetLeftOpen(end.open).
			SetContent(end.content).SetHash(hashOf(end.content)).Save(ctx)
		if err == nil && n == 0 {
			return problem.Missing()
		}
		if err != nil {
			return err
		}
		finished, err = tx.AccessReview.Query().Where(accessreview.ID(id), accessreview.AccountID(account)).Only(ctx)
		return err
	})
	return finished, err
}

// end is what a review has found.
type end struct {
	decided map[Decision]int
	open    int
	content string
}

// ending counts what was decided. What nobody has looked at is left open only where that is wanted.
func ending(items []*Item, leaveOpen bool) (*end, error) {
	e, undecided := &end{decided: map[Decision]int{}}, 0
	for _, i := range items {
		switch {
		case i.Decision != nil:
			e.decided[*i.Decision]++
		case *i.Open == Undecided:
			undecided++
			e.open++
		default:
			e.open++
		}
	}
	if undecided > 0 && !leaveOpen {
		return nil, problem.Invalid("leaveOpen", "%s not decided on yet.", usernames(undecided))
	}
	content, err := json.Marshal(items)
	e.content = string(content)
	return e, err
}

func usernames(n int) string {
	if n == 1 {
		return "1 username is"
	}
	return fmt.Sprintf("%d usernames are", n)
}

// told is what the event tells.
func (e *end) told() map[string]any {
	return map[string]any{
		"kept": []any{nil, e.decided[Keep]}, "changed": []any{nil, e.decided[Change]}, "removed": []any{nil, e.decided[Remove]},
		"leftOpen": []any{nil, e.open}, "hash": []any{nil, hex.EncodeToString(hashOf(e.content))},
	}
}

func hashOf(content string) []byte {
	sum := sha256.Sum256([]byte(content))
	return sum[:]
}
