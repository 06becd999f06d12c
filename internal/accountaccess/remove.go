package accountaccess

import (
	"context"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/link"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/apitokens"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Removed is a username that was deleted from an account.
type Removed struct {
	Link *ent.Link
	// Deleted tells that the username is gone altogether: it was linked to no other account.
	Deleted bool
}

// DeleteUsername ends the link of a username to an account. Where it is linked to others it
// lives on in those; otherwise it is deleted and its sign-ins end.
func DeleteUsername(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*Removed, error) {
	ctx = database.In(ctx, account)
	removed := new(Removed)
	e := activity.Event{Account: account, Code: "link.unlinked", Action: activity.Delete, Section: access.AccountAccess.String(), EntityType: "Link", Entities: []uuid.UUID{id}, RowCount: 1}
	err := log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		s, target, err := lockTarget(ctx, tx, account, id)
		if err != nil {
			return err
		}
		if err := access.CheckRemoval(s.actor, holder(target)); err != nil {
			return err
		}
		if err := access.CheckSteward(s.holders(without(target))); err != nil {
			return err
		}
		removed.Link, removed.Deleted, err = endLink(ctx, tx, target, e)
		if err != nil {
			return err
		}
		return tellOfEnd(ctx, tx, target, s.actor)
	})
	if err != nil {
		return nil, err
	}
	return removed, nil
}

// tellOfEnd tells the owner that somebody else ended an access, and all other accounts that the username
// may enter that it was ended here (the proposed 45 CFR 164.308(a)(9)).
func tellOfEnd(ctx context.Context, tx *activity.Tx, target *ent.Link, actor access.Holder) error {
	if !actor.Owner {
		if err := tellOfLink(ctx, tx, target); err != nil {
			return err
		}
	}
	_, err := tx.Exec(ctx, `SELECT tell_of_end($1, false)`, target.UsernameID)
	return err
}

// without is the staff's levels once the target holds nothing any more.
func without(target *ent.Link) map[uuid.UUID]access.Levels {
	return map[uuid.UUID]access.Levels{target.UsernameID: {}}
}

// Leave gives up the viewer's own link to an account.
func Leave(ctx context.Context, log *activity.Log, account uuid.UUID) error {
	ctx = database.In(ctx, account)
	viewer := access.ViewerFrom(ctx)
	e := activity.Event{Account: account, Code: "link.unlinked", Action: activity.Delete, Section: access.AccountAccess.String(), EntityType: "Link", RowCount: 1}
	return log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		s, err := lockStaff(ctx, tx, account)
		if err != nil {
			return err
		}
		own := s.of(viewer.Username)
		if own == nil {
			return problem.Missing()
		}
		e.Entities = []uuid.UUID{own.ID}
		if err := s.mayLeave(own); err != nil {
			return err
		}
		if _, _, err = endLink(ctx, tx, own, e); err != nil {
			return err
		}
		return tellOfLink(ctx, tx, own)
	})
}

// mayLeave keeps the owner, and the last username that can run the account. Whoever cannot run
// it sees nobody else's link, and is not missed.
func (s *staff) mayLeave(own *ent.Link) error {
	if own.Owner {
		return problem.New(problem.Forbidden, "The owner cannot leave the account.")
	}
	if s.actor.Levels[access.AccountAccess] < access.Full {
		return nil
	}
	return access.CheckSteward(s.holders(without(own)))
}

// endLink ends the link, and the username with it when it was its last.
func endLink(ctx context.Context, tx *activity.Tx, target *ent.Link, e *activity.Event) (*ent.Link, bool, error) {
	viewer := access.ViewerFrom(ctx)
	e.Changes = map[string]any{"username": []any{target.UsernameName, nil}}
	n, err := tx.Link.Update().Where(link.ID(target.ID), link.AccountID(target.AccountID), link.EndedAtIsNil()).
		SetEndedAt(time.Now()).SetEndedBy(viewer.Name).AddVersion(1).Save(ctx)
	if err != nil {
		return nil, false, err
	}
	if n == 0 {
		return nil, false, problem.Missing()
	}
	deleted, err := retire(ctx, tx, target.UsernameID, viewer.Name)
	if err != nil {
		return nil, false, err
	}
	if deleted {
		e.Code = "username.deleted"
	}
	ended, err := tx.Link.Query().Where(link.ID(target.ID)).WithPrivileges(asGiven).Only(ctx)
	return ended, deleted, err
}

func retire(ctx context.Context, tx *activity.Tx, username uuid.UUID, by string) (deleted bool, err error) {
	rows, err := tx.Query(ctx, `SELECT retire_username($1, $2)`, username, by)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	if rows.Next() {
		if err := rows.Scan(&deleted); err != nil {
			return false, err
		}
	}
	return deleted, rows.Err()
}

// RequirePasswordChange makes a username change its password before it can do anything else,
// and ends its sign-ins and its tokens: somebody else may know the password, and have made them.
func RequirePasswordChange(ctx context.Context, log *activity.Log, account, id uuid.UUID, reason string) (*ent.Link, error) {
	if err := problem.CheckText("reason", reason, 500); err != nil {
		return nil, err
	}
	ctx = database.In(ctx, account)
	var target *ent.Link
	e := activity.Event{Account: account, Code: "password.forced", Action: activity.Update, Section: access.AccountAccess.String(), EntityType: "Link", Entities: []uuid.UUID{id}, RowCount: 1}
	err := log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		s, found, err := lockTarget(ctx, tx, account, id)
		if err != nil {
			return err
		}
		target = found
		e.Changes = map[string]any{"username": []any{target.UsernameName, target.UsernameName}}
		if err := access.CheckPasswordRequest(s.actor, holder(target)); err != nil {
			return err
		}
		_, err = asksAnew(ctx, tx, target, `SELECT require_password_change($1, $2)`, reason)
		return err
	})
	return target, err
}

// asksAnew runs what has a username at home in the account choose a new password, and tells of each token that ends
// with the old one, in the account's log and in those of the accounts that it reached. It gives whether anything was done.
func asksAnew(ctx context.Context, tx *activity.Tx, target *ent.Link, door, why string) (done bool, err error) {
	ended, err := database.Value[[]apitokens.Ended](tx.Query(ctx, door, target.UsernameID, why))
	for _, token := range ended {
		for _, e := range token.Events(target.AccountID) {
			e.Changes["username"] = []any{target.UsernameName, target.UsernameName}
			tx.Also(e)
		}
	}
	return ended != nil, err
}
