package accessreview

import (
	"context"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/accessdecision"
	"lanyard/ent/gen/ent/link"
	"lanyard/ent/gen/ent/privilege"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Start begins a review of who may enter an account. One that is open already is gone on with: of an account
// there is one at a time, whoever runs it.
func Start(ctx context.Context, log *activity.Log, account uuid.UUID) (review *ent.AccessReview, err error) {
	ctx = database.In(ctx, account)
	err = log.Change(ctx, event(account, "access.review.started", activity.Create), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		if review, err = open(ctx, tx.Client, account); err != nil {
			return err
		}
		if review != nil {
			e.Code, e.Action, e.Entities = "access.review.listed", activity.Read, []uuid.UUID{review.ID}
			return nil
		}
		review, err = tx.AccessReview.Create().SetAccountID(account).SetStartedAt(now()).SetStartedBy(access.ViewerFrom(ctx).Name).Save(ctx)
		if err == nil {
			e.Entities = []uuid.UUID{review.ID}
		}
		return err
	})
	return review, err
}

// Confirmed is a username that was confirmed, and the review.
type Confirmed struct {
	Review *ent.AccessReview
	Item   *Item
}

// Confirm decides within a review that a username has what it should: its link at a version. It fails with
// FORBIDDEN for one's own, and with CONFLICT where somebody else was first, or has changed it since.
func Confirm(ctx context.Context, log *activity.Log, account, id, of uuid.UUID, version int) (*Confirmed, error) {
	ctx = database.In(ctx, account)
	done := new(Confirmed)
	e := event(account, "access.review.decided", activity.Create)
	e.EntityType, e.Entities = "Link", []uuid.UUID{of}
	err := log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		r, err := opened(ctx, tx, account, id)
		if err != nil {
			return err
		}
		l, err := tx.Link.Query().Where(link.ID(of), link.AccountID(account)).
			WithPrivileges(func(q *ent.PrivilegeQuery) { q.Where(privilege.SourceEQ(privilege.SourceGIVEN)) }).Only(ctx)
		if err != nil {
			return err
		}
		e.Changes = map[string]any{"username": []any{l.UsernameName, l.UsernameName}}
		if err := check(ctx, tx, r, l, version); err != nil {
			return err
		}
		kind := kindOf(r, l)
		e.Changes["decision"] = []any{nil, string(kind)}
		viewer := access.ViewerFrom(ctx)
		d, err := tx.AccessDecision.Create().SetAccountID(account).SetReviewID(r.ID).SetLinkID(l.ID).SetUsernameID(l.UsernameID).SetVersion(version).
			SetKind(kind).SetDeciderID(viewer.Username).SetDecidedBy(viewer.Name).SetDecidedAt(now()).Save(ctx)
		if err != nil {
			return err
		}
		done.Review, done.Item = r, itemOf(l, time.Now())
		done.Item.decide(l, []*ent.AccessDecision{d})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return done, nil
}

func check(ctx context.Context, tx *activity.Tx, r *ent.AccessReview, l *ent.Link, version int) error {
	viewer := access.ViewerFrom(ctx)
	reviewer := viewer.Link(l.AccountID).Holder(viewer.Username, time.Now().UnixMicro())
	if err := access.CheckAccessReview(reviewer, l.UsernameID); err != nil {
		return err
	}
	if l.EndedAt != nil {
		return problem.New(problem.Conflict, "%s has removed %s already.", l.EndedBy, l.UsernameName)
	}
	if l.Version != version {
		return problem.New(problem.Conflict, "Somebody has changed the access of %s in the meantime. Look at it again.", l.UsernameName)
	}
	d, err := tx.AccessDecision.Query().Where(accessdecision.ReviewID(r.ID), accessdecision.LinkID(l.ID), accessdecision.Version(version)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return problem.New(problem.Conflict, "%s has decided on %s already.", d.DecidedBy, l.UsernameName)
}

// kindOf tells whether the privileges of a link were set within the review.
func kindOf(r *ent.AccessReview, l *ent.Link) accessdecision.Kind {
	for _, p := range l.Edges.Privileges {
		if p.Route == privilege.RouteSET && !p.GrantedAt.Before(r.StartedAt) {
			return accessdecision.KindCHANGE
		}
	}
	return accessdecision.KindKEEP
}

func now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }
