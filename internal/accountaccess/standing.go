package accountaccess

import (
	"context"
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/problem"
)

// Locked says why the viewer cannot change the privileges of a username; nil: they can.
func Locked(ctx context.Context, l *ent.Link) *string {
	return standing(ctx, l, access.CheckTarget)
}

// DeleteLocked says why the viewer cannot delete a username; nil: they can. The owner, whom
// nobody deletes, is always left to run the account.
func DeleteLocked(ctx context.Context, l *ent.Link) *string {
	return standing(ctx, l, access.CheckRemoval)
}

// PasswordLocked says why the viewer cannot make a username change its password; nil: they can.
func PasswordLocked(ctx context.Context, l *ent.Link) *string {
	return standing(ctx, l, access.CheckPasswordRequest)
}

// Grantable is the highest level that the viewer may set for a privilege of Privileges; nil:
// none at all.
func Grantable(ctx context.Context, p *ent.Privilege) *access.Level {
	if Locked(ctx, p.Edges.Link) != nil {
		return nil
	}
	level := access.Grantable(actor(ctx, p.Edges.Link), p.Section, stored(p.Edges.Link)[p.Section])
	return &level
}

// GrantableUntil is until when the viewer may give a section at most; nil: without an end.
func GrantableUntil(ctx context.Context, p *ent.Privilege) *time.Time {
	return moment(actor(ctx, p.Edges.Link).Until[p.Section])
}

// actor is what the viewer holds in the account of a link, as it was when the request began:
// whoever changes something is asked again under the account's lock.
func actor(ctx context.Context, l *ent.Link) access.Holder {
	viewer := access.ViewerFrom(ctx)
	return viewer.Link(l.AccountID).Holder(viewer.Username, time.Now().UnixMicro())
}

// standing gives the sentence of the first rule that stands against the viewer.
func standing(ctx context.Context, l *ent.Link, check func(actor, target access.Holder) error) *string {
	a := actor(ctx, l)
	err := access.CheckManager(a)
	if err == nil && l.EndedAt != nil {
		err = problem.New(problem.NotFound, "This username was deleted from the account.")
	}
	if err == nil {
		err = check(a, holder(l))
	}
	return problem.Sentence(err)
}
