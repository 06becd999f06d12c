package accountaccess

import (
	"context"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/link"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// LinkTimes are when a link lets its username in.
type LinkTimes struct {
	Link        uuid.UUID
	Version     int
	From, Until *time.Time
}

// SetTimes sets when a link lets its username in. A later end, or an earlier beginning, is a grant like
// any other: of each level that the link has for as long. An access that is in force is not taken away by them:
// deleting the username asks for a fresh proof, and tells others.
func SetTimes(ctx context.Context, log *activity.Log, account uuid.UUID, in LinkTimes) (*ent.Link, error) {
	if field, fault := faultOfTimes(in.From, in.Until); field != "" {
		return nil, problem.Invalid(field, "%s", fault)
	}
	ctx = database.In(ctx, account)
	wanted := access.NewWindow(in.From, in.Until)
	var saved *ent.Link
	e := activity.Event{Account: account, Code: "link.times", Action: activity.Update, Section: access.AccountAccess.String(), EntityType: "Link", Entities: []uuid.UUID{in.Link}, RowCount: 1}
	err := log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		s, err := lockAsSteward(ctx, tx, account)
		if err != nil {
			return err
		}
		target, err := s.target(SetPrivileges{Link: in.Link, Version: in.Version})
		if err != nil {
			return err
		}
		e.Changes = map[string]any{"username": []any{target.UsernameName, target.UsernameName}, "times": []any{spoken(timesOf(target)), spoken(wanted)}}
		if err := checkKept(timesOf(target), wanted, time.Now().UnixMicro()); err != nil {
			return err
		}
		if err := s.checkTimes(target, wanted); err != nil {
			return err
		}
		n, err := in.update(tx, account).Save(ctx)
		if err == nil && n == 0 {
			return problem.Missing()
		}
		if err != nil {
			return err
		}
		saved, err = tx.Link.Query().Where(link.ID(target.ID)).WithPrivileges(asGiven).Only(ctx)
		return err
	})
	return saved, err
}

func (in LinkTimes) update(tx *activity.Tx, account uuid.UUID) *ent.LinkUpdate {
	update := tx.Link.Update().Where(link.ID(in.Link), link.AccountID(account), link.Version(in.Version)).AddVersion(1).
		SetNillableValidFrom(in.From).SetNillableValidUntil(in.Until)
	if in.From == nil {
		update.ClearValidFrom()
	}
	if in.Until == nil {
		update.ClearValidUntil()
	}
	return update
}

// checkKept refuses times that would end an access at once.
func checkKept(before, wanted access.Window, now int64) error {
	if wanted.Until != 0 && wanted.Until <= now {
		return problem.Invalid("validUntil", "The end must be still to come. To end the access now, delete the username.")
	}
	if before.Includes(now) && wanted.From > now {
		return problem.Invalid("validFrom", "This username may enter already. To end that now, delete the username.")
	}
	return nil
}

// checkTimes refuses times that give what the actor may not give, and those without anybody who can
// run the account.
func (s *staff) checkTimes(target *ent.Link, wanted access.Window) error {
	before, after := stored(target), stored(target)
	for i := range before {
		before[i].Window, after[i].Window = before[i].And(timesOf(target)), after[i].And(wanted)
	}
	err := access.CheckGrant(s.actor, access.Holder{Username: target.UsernameID, Owner: target.Owner}, before, after)
	if err != nil {
		return err
	}
	if err := s.checkRaise(before, after); err != nil {
		return err
	}
	return access.CheckSteward(s.holders(map[uuid.UUID]access.Levels{target.UsernameID: after.At(time.Now().UnixMicro())}))
}

func timesOf(l *ent.Link) access.Window { return access.NewWindow(l.ValidFrom, l.ValidUntil) }

// spoken says a window in the log; nothing: it has no limit.
func spoken(w access.Window) any {
	said := ""
	if w.From != 0 {
		said = "from " + time.UnixMicro(w.From).UTC().Format(time.RFC3339)
	}
	if w.Until != 0 {
		said += " until " + time.UnixMicro(w.Until).UTC().Format(time.RFC3339)
	}
	if said == "" {
		return nil
	}
	return said
}
