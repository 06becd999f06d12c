package accountaccess

import (
	"context"
	"strconv"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/link"
	"lanyard/ent/gen/ent/privilege"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// SetPrivileges is what changes for one username.
type SetPrivileges struct {
	Link    uuid.UUID
	Version int
	Levels  []*LevelInput
	Reason  *string
}

// Save sets the privileges of many usernames of an account: all of it, or nothing. It fails
// with CONFLICT when one of them has been changed since, and with FORBIDDEN for what nobody
// may grant.
func Save(ctx context.Context, log *activity.Log, account uuid.UUID, in []SetPrivileges) (saved []*ent.Link, err error) {
	ctx = database.In(ctx, account)
	e := activity.Event{Account: account, Code: "privilege.changed", Action: activity.Update, Section: access.AccountAccess.String(), EntityType: "Link", Changes: map[string]any{}}
	err = log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		s, err := lockAsSteward(ctx, tx, account)
		if err != nil {
			return err
		}
		after, err := s.check(in)
		if err != nil {
			return err
		}
		if err := access.CheckSteward(s.holders(after)); err != nil {
			return err
		}
		for _, one := range in {
			if err := store(ctx, tx, s.find(one.Link), one, e); err != nil {
				return err
			}
			e.Entities = append(e.Entities, one.Link)
		}
		saved, err = reread(ctx, tx, in)
		return err
	})
	return saved, err
}

// check gives what each username would hold, if that may be granted.
func (s *staff) check(in []SetPrivileges) (map[uuid.UUID]access.Levels, error) {
	if len(in) == 0 {
		return nil, problem.Invalid("input", "There is nothing to save.")
	}
	after := map[uuid.UUID]access.Levels{}
	for i, one := range in {
		target, err := s.target(one)
		if err != nil {
			return nil, err
		}
		if _, twice := after[target.UsernameID]; twice {
			return nil, problem.Invalid("input", "%s is there twice.", target.UsernameName)
		}
		grants, err := s.grantsAfter(target, one, i)
		if err != nil {
			return nil, err
		}
		after[target.UsernameID] = access.Levels{}
		if now := time.Now().UnixMicro(); timesOf(target).Includes(now) {
			after[target.UsernameID] = grants.At(now)
		}
	}
	return after, nil
}

func (s *staff) target(one SetPrivileges) (*ent.Link, error) {
	target, err := s.existing(one.Link)
	if err != nil {
		return nil, err
	}
	if target.Version != one.Version {
		return nil, problem.New(problem.Conflict, "Somebody has changed the privileges of %s in the meantime. Nothing was saved.", target.UsernameName).
			With("version", target.Version).With("username", target.UsernameName).With("theirs", levelNames(target))
	}
	return target, nil
}

func levelNames(l *ent.Link) map[string]string {
	names := map[string]string{}
	for _, p := range Privileges(l) {
		names[p.Section.String()] = p.Level.String()
	}
	return names
}

// grantsAfter is what the target would hold, if that may be granted.
func (s *staff) grantsAfter(target *ent.Link, one SetPrivileges, index int) (access.Grants, error) {
	before := stored(target)
	wanted := before
	if one.Reason != nil && *one.Reason != "" {
		if err := problem.CheckText("reason", *one.Reason, 500); err != nil {
			return wanted, at(index, err)
		}
	}
	if err := overwrite(&wanted, one.Levels); err != nil {
		return wanted, at(index, err)
	}
	if err := access.CheckGrant(s.actor, access.Holder{Username: target.UsernameID, Owner: target.Owner}, before, wanted); err != nil {
		return wanted, err
	}
	return wanted, s.checkRaise(before, wanted)
}

// checkRaise asks for a fresh proof before anything is given; to take away is never hindered.
func (s *staff) checkRaise(before, wanted access.Grants) error {
	if !wanted.Exceed(before) {
		return nil
	}
	return access.CheckFresh(s.viewer, time.Now().UnixMicro())
}

// at names the entry of the input that a problem is in.
func at(index int, err error) error {
	refused := *problem.As(err)
	refused.Path = append([]string{"input", strconv.Itoa(index)}, refused.Path...)
	return &refused
}

func store(ctx context.Context, tx *activity.Tx, target *ent.Link, one SetPrivileges, e *activity.Event) error {
	before := stored(target)
	viewer := access.ViewerFrom(ctx)
	for _, l := range one.Levels {
		wanted := access.Privilege{Level: l.Level, Window: access.NewWindow(l.ValidFrom, l.ValidUntil)}
		if before[l.Section] == wanted {
			continue // who granted it, and why, stays true
		}
		update := tx.Privilege.Update().
			Where(privilege.LinkID(target.ID), privilege.AccountID(target.AccountID), privilege.SectionEQ(l.Section), privilege.SourceEQ(privilege.SourceGIVEN)).
			SetLevel(l.Level).SetGrantedBy(viewer.Username).SetGrantedByName(viewer.Name).SetGrantedAt(time.Now()).
			SetReason(text(one.Reason)).SetEventID(e.ID).SetRoute(privilege.RouteSET)
		n, err := within(update, *l).Save(ctx)
		if err != nil {
			return err
		}
		if n == 0 {
			return problem.Missing()
		}
		e.Changes[target.UsernameName+" "+l.Section.String()] = []any{describe(before[l.Section]), describe(wanted)}
		e.RowCount++
	}
	n, err := tx.Link.Update().Where(link.ID(target.ID), link.AccountID(target.AccountID), link.Version(one.Version)).AddVersion(1).Save(ctx)
	if err == nil && n == 0 {
		return problem.Missing()
	}
	return err
}

// within sets when a privilege holds; what is left out has no limit.
func within(update *ent.PrivilegeUpdate, l LevelInput) *ent.PrivilegeUpdate {
	if l.ValidFrom == nil {
		update.ClearValidFrom()
	}
	if l.ValidUntil == nil {
		update.ClearValidUntil()
	}
	return update.SetNillableValidFrom(l.ValidFrom).SetNillableValidUntil(l.ValidUntil)
}

func reread(ctx context.Context, tx *activity.Tx, in []SetPrivileges) ([]*ent.Link, error) {
	saved := make([]*ent.Link, len(in))
	for i, one := range in {
		l, err := tx.Link.Query().Where(link.ID(one.Link)).WithPrivileges(asGiven).Only(ctx)
		if err != nil {
			return nil, err
		}
		saved[i] = l
	}
	return saved, nil
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
