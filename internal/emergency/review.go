package emergency

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/emergency"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// ReviewInput is what somebody found who looked at an emergency afterwards.
type ReviewInput struct {
	Justified bool
	Finding   string
}

// ReviewLocked says why the viewer cannot review an emergency now; nil: they can.
func ReviewLocked(ctx context.Context, e *ent.Emergency) *string {
	return problem.Sentence(checkReview(ctx, e))
}

func checkReview(ctx context.Context, e *ent.Emergency) error {
	viewer := access.ViewerFrom(ctx)
	link := viewer.Link(e.AccountID)
	switch *StateOf(e) {
	case Running:
		return problem.New(problem.Conflict, "It still runs. Review it once it is over.")
	case Reviewed:
		return problem.New(problem.Conflict, "%s has reviewed this already.", e.Reviewer)
	case Over:
	}
	if err := access.CheckManager(link.Holder(viewer.Username, time.Now().UnixMicro())); err != nil {
		return err
	}
	return access.CheckEmergencyReview(viewer.Username, link, e.UsernameID, e.StartedAt.UnixMicro())
}

// Review keeps what somebody else than its user found of an emergency that is over, once.
func Review(ctx context.Context, log *activity.Log, account, id uuid.UUID, in ReviewInput) (reviewed *ent.Emergency, err error) {
	in.Finding = strings.TrimSpace(in.Finding)
	if err := problem.CheckText("finding", in.Finding, 1000); err != nil {
		return nil, err
	}
	ctx = database.In(ctx, account)
	err = log.Change(ctx, of(account, "emergency.reviewed", activity.Update, id), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		one, err := tx.Emergency.Query().Where(emergency.ID(id), emergency.AccountID(account)).Only(ctx)
		if err != nil {
			return err
		}
		e.Changes = map[string]any{"username": []any{one.Username, one.Username}, "justified": []any{nil, in.Justified}}
		if err := checkReview(ctx, one); err != nil {
			return err
		}
		viewer := access.ViewerFrom(ctx)
		n, err := tx.Emergency.Update().Where(emergency.ID(id), emergency.AccountID(account)).SetReviewedAt(time.Now()).
			SetReviewerID(viewer.Username).SetReviewer(viewer.Name).SetJustified(in.Justified).SetFinding(in.Finding).Save(ctx)
		if err == nil && n == 0 {
			return problem.Missing()
		}
		if err != nil {
			return err
		}
		reviewed, err = tx.Emergency.Query().Where(emergency.ID(id), emergency.AccountID(account)).Only(ctx)
		return err
	})
	return reviewed, err
}
