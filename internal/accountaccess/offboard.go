package accountaccess

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/account"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Offboarded is what ending the work of a username has ended.
type Offboarded struct {
	Username, By string
	// Ended are the accounts in which its access was ended.
	Ended []*ent.Account
	// SignIns is how many sign-ins were ended, and Told how many accounts of others were told.
	SignIns, Told int
	At            time.Time
	Took          time.Duration
}

// Offboard ends the work of a username, in one act of whoever runs the account that it is at home in: its
// sign-ins everywhere, and its access to this account and to the others that the viewer runs. Whoever
// runs the rest of its accounts is told: those are theirs to end.
func Offboard(ctx context.Context, log *activity.Log, home, id uuid.UUID) (*Offboarded, error) {
	began := time.Now()
	ctx = database.In(ctx, home)
	viewer := access.ViewerFrom(ctx)
	done := &Offboarded{By: viewer.Name}
	var ended []uuid.UUID
	e := activity.Event{Account: home, Code: "username.offboarded", Action: activity.Delete, Section: access.AccountAccess.String(), EntityType: "Link", Entities: []uuid.UUID{id}, RowCount: 1}
	err := log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		for _, a := range run(viewer, home) { // always in the same order: of two who do this neither waits for the other
			if err := tx.Lock(ctx, a); err != nil {
				return err
			}
		}
		s, target, err := lockTarget(ctx, tx, home, id)
		if err != nil {
			return err
		}
		done.Username = target.UsernameName
		if err := access.CheckOffboarding(holder(target)); err != nil {
			return err
		}
		if err := s.mayRemove(target); err != nil {
			return err
		}
		if done.SignIns, err = database.Value[int](tx.Query(ctx, `SELECT end_sign_ins_of($1)`, target.UsernameID)); err != nil {
			return err
		}
		if ended, err = endAll(ctx, tx, target, run(viewer, home)); err != nil {
			return err
		}
		done.Told, err = database.Value[int](tx.Query(ctx, `SELECT coalesce(sum(tell_of_end), 0)::int FROM tell_of_end($1, true)`, target.UsernameID))
		e.RowCount = len(ended)
		e.Changes = map[string]any{
			"username": []any{target.UsernameName, nil}, "accounts": []any{nil, len(ended)}, "signIns": []any{done.SignIns, 0}, "told": []any{nil, done.Told},
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	done.At, done.Took = time.Now(), time.Since(began)
	done.Ended, err = log.Reader().Account.Query().Where(account.IDIn(ended...)).Order(account.ByProviderName(), account.ByID()).All(database.As(ctx, viewer.Username))
	return done, err
}

// run are the accounts that the viewer runs, in the order of their ids, and home.
func run(viewer *access.Viewer, home uuid.UUID) []uuid.UUID {
	accounts := []uuid.UUID{home}
	for _, l := range viewer.Links {
		if l.Account != home && access.Decide(viewer, l.Account, access.AccountAccess, access.Full, time.Now().UnixMicro()) {
			accounts = append(accounts, l.Account)
		}
	}
	slices.SortFunc(accounts, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	return accounts
}

// endAll ends the links of the target's username to the accounts, home among them, each by the rules of
// its account: where they refuse it, the link stays, and whoever runs that account is told.
func endAll(ctx context.Context, tx *activity.Tx, target *ent.Link, accounts []uuid.UUID) (ended []uuid.UUID, err error) {
	for _, a := range accounts {
		in := database.In(ctx, a)
		s, err := lockStaff(in, tx, a)
		if err != nil {
			return nil, err
		}
		link := s.of(target.UsernameID)
		if link == nil || s.mayRemove(link) != nil {
			continue
		}
		e := activity.Event{Account: a, Code: "link.unlinked", Action: activity.Delete, Section: access.AccountAccess.String(), EntityType: "Link", Entities: []uuid.UUID{link.ID}, RowCount: 1}
		if _, _, err := endLink(in, tx, link, &e); err != nil {
			return nil, err
		}
		tx.Also(e)
		ended = append(ended, a)
		if !s.actor.Owner {
			if err := tellOfLink(in, tx, link); err != nil {
				return nil, err
			}
		}
	}
	return ended, nil
}

// mayRemove are the rules of deleting a username from an account.
func (s *staff) mayRemove(target *ent.Link) error {
	if err := access.CheckManager(s.actor); err != nil {
		return err
	}
	if err := access.CheckRemoval(s.actor, holder(target)); err != nil {
		return err
	}
	return access.CheckSteward(s.holders(without(target)))
}
