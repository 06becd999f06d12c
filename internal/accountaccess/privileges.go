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
		if after[target.UsernameID], err = s.levelsAfter(target, one, i); err != nil {
			return nil, err
		}
	}
	return after, nil
}

func (s *staff) target(one SetPrivileges) (*ent.Link, error) {
	target := s.find(one.Link)
	if target == nil {
		return nil, problem.Missing()
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

func (s *staff) levelsAfter(target *ent.Link, one SetPrivileges, index int) (access.Levels, error) {
	before := stored(target)
	wanted := before
	for _, l := range one.Levels {
		if err := checkWindow(*l); err != nil {
			refused := problem.As(err)
			refused.Path = append([]string{"input", strconv.Itoa(index), "levels"}, refused.Path...)
			return wanted, refused
		}
		if l.Level > access.None && extends(target, *l) {
			before[l.Section] = access.None
		}
		wanted[l.Section] = l.Level
	}
	return wanted, access.CheckGrant(s.actor, access.Holder{Username: target.UsernameID, Owner: target.Owner, Levels: before}, wanted)
}

// stored are the levels that were set, whether or not they hold at this moment.
func stored(l *ent.Link) (levels access.Levels) {
	for _, p := range l.Edges.Privileges {
		levels[p.Section] = p.Level
	}
	return levels
}

// extends tells whether the wanted times reach beyond those that were set: a longer time is a
// grant, like a higher level.
func extends(target *ent.Link, wanted LevelInput) bool {
	for _, p := range target.Edges.Privileges {
		if p.Section != wanted.Section {
			continue
		}
		earlier := p.ValidFrom != nil && (wanted.ValidFrom == nil || wanted.ValidFrom.Before(*p.ValidFrom))
		later := p.ValidUntil != nil && (wanted.ValidUntil == nil || wanted.ValidUntil.After(*p.ValidUntil))
		return earlier || later
	}
	return true
}

func store(ctx context.Context, tx *activity.Tx, target *ent.Link, one SetPrivileges, e *activity.Event) error {
	before := stored(target)
	viewer := access.ViewerFrom(ctx)
	for _, l := range one.Levels {
		update := tx.Privilege.Update().
			Where(privilege.LinkID(target.ID), privilege.AccountID(target.AccountID), privilege.SectionEQ(l.Section)).
			SetLevel(l.Level).SetGrantedBy(viewer.Username).SetGrantedByName(viewer.Name).SetGrantedAt(time.Now()).
			SetReason(text(one.Reason))
		n, err := within(update, *l).Save(ctx)
		if err != nil {
			return err
		}
		if n == 0 {
			return problem.Missing()
		}
		if before[l.Section] != l.Level {
			e.Changes[target.UsernameName+" "+l.Section.String()] = []any{before[l.Section].String(), l.Level.String()}
		}
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
		l, err := tx.Link.Query().Where(link.ID(one.Link)).WithPrivileges().Only(ctx)
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
