// Package accountaccess is the section Account Access: usernames, their privileges, and the
// links between usernames and accounts.
package accountaccess

import (
	"context"
	"slices"
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

// asGiven leaves out what emergencies open: it is nobody's to set, to grant or to copy.
func asGiven(q *ent.PrivilegeQuery) { q.Where(privilege.SourceEQ(privilege.SourceGIVEN)) }

// Usernames lists the links of an account that have not ended, in the order of the names,
// each with its privileges.
func Usernames(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.Link, error) {
	ctx = database.In(ctx, account)
	links, err := log.Reader().Link.Query().
		Where(link.AccountID(account), link.EndedAtIsNil()).
		WithPrivileges(asGiven).
		Order(link.ByUsernameName(), link.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	return links, activity.Note(ctx, activity.Event{
		Account: account, Code: "access.listed", Action: activity.Read, Section: access.AccountAccess.String(),
		EntityType: "Link", Entities: ids(links), RowCount: len(links),
	})
}

// Link reads one link of an account, ended or not.
func Link(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Link, error) {
	ctx = database.In(ctx, account)
	l, err := log.Reader().Link.Query().Where(link.ID(id), link.AccountID(account)).WithPrivileges(asGiven).Only(ctx)
	if err != nil {
		return nil, err
	}
	return l, activity.Note(ctx, activity.Event{
		Account: account, Code: "access.opened", Action: activity.Read, Section: access.AccountAccess.String(),
		EntityType: "Link", Entities: []uuid.UUID{id}, RowCount: 1,
	})
}

func ids(links []*ent.Link) []uuid.UUID {
	all := make([]uuid.UUID, len(links))
	for i, l := range links {
		all[i] = l.ID
	}
	return all
}

// Privileges puts the privileges of a link in the order of the sections; a section that has
// none comes with No Access. Each knows its link.
func Privileges(l *ent.Link) []*ent.Privilege {
	ordered := make([]*ent.Privilege, access.SectionCount)
	for i, s := range access.Sections() {
		ordered[i] = &ent.Privilege{AccountID: l.AccountID, LinkID: l.ID, UsernameID: l.UsernameID, Section: s}
	}
	for _, p := range l.Edges.Privileges {
		*ordered[p.Section] = *p // its own copy: the same link may be asked twice at once
	}
	for _, p := range ordered {
		p.Edges.Link = l
	}
	return ordered
}

// Route is how a privilege came about; nil: it never was set.
func Route(p *ent.Privilege) *privilege.Route {
	if p.Route == "" {
		return nil
	}
	return &p.Route
}

// holder is what the link gives at this moment.
func holder(l *ent.Link) access.Holder {
	a := access.Link{ID: l.ID, Account: l.AccountID, Owner: l.Owner, Window: access.NewWindow(l.ValidFrom, l.ValidUntil), Privileges: stored(l)}
	h := a.Holder(l.UsernameID, time.Now().UnixMicro())
	h.Guest = l.Origin != link.OriginSIGN_UP && l.Origin != link.OriginADDED
	return h
}

// stored are the privileges as they were set, whether or not they hold at this moment.
func stored(l *ent.Link) (g access.Grants) {
	for _, p := range l.Edges.Privileges {
		g[p.Section] = access.Privilege{Level: p.Level, Window: access.NewWindow(p.ValidFrom, p.ValidUntil)}
	}
	return g
}

// describe says a privilege in the log: its level, and its times where it has any.
func describe(p access.Privilege) string {
	said := p.Level.String()
	if p.From != 0 {
		said += " from " + time.UnixMicro(p.From).UTC().Format(time.RFC3339Nano)
	}
	if p.Until != 0 {
		said += " until " + time.UnixMicro(p.Until).UTC().Format(time.RFC3339Nano)
	}
	return said
}

// staff is everybody who is linked to an account, read within the transaction that holds the
// account's lock.
type staff struct {
	links  []*ent.Link
	viewer *access.Viewer
	actor  access.Holder
}

// lockStaff lets changes of an account's usernames and privileges happen one after the other,
// and reads them as they are after the last: the actor may have lost a right just now.
func lockStaff(ctx context.Context, tx *activity.Tx, account uuid.UUID) (*staff, error) {
	if err := tx.Lock(ctx, account); err != nil {
		return nil, err
	}
	links, err := tx.Link.Query().Where(link.AccountID(account), link.EndedAtIsNil()).WithPrivileges(asGiven).All(ctx)
	if err != nil {
		return nil, err
	}
	s := &staff{links: links, viewer: access.ViewerFrom(ctx)}
	if l := s.of(s.viewer.Username); l != nil {
		s.actor = holder(l)
	}
	return s, nil
}

// lockAsSteward is lockStaff for a change that only a steward of the account may make. The
// guard has asked before, but while this waited for the lock somebody else may have taken the
// right away: of two people who remove each other the second must fail.
func lockAsSteward(ctx context.Context, tx *activity.Tx, account uuid.UUID) (*staff, error) {
	s, err := lockStaff(ctx, tx, account)
	if err != nil {
		return nil, err
	}
	return s, access.CheckManager(s.actor)
}

// lockTarget is lockAsSteward for what is done with one username, by its link. It fails with NOT_FOUND
// for a link that the account does not have.
func lockTarget(ctx context.Context, tx *activity.Tx, account, link uuid.UUID) (*staff, *ent.Link, error) {
	s, err := lockAsSteward(ctx, tx, account)
	if err != nil {
		return nil, nil, err
	}
	target, err := s.existing(link)
	return s, target, err
}

// of finds the link of a username; nil: it has none.
func (s *staff) of(username uuid.UUID) *ent.Link {
	i := slices.IndexFunc(s.links, func(l *ent.Link) bool { return l.UsernameID == username })
	if i < 0 {
		return nil
	}
	return s.links[i]
}

// find finds a link by its id; nil: there is none.
func (s *staff) find(id uuid.UUID) *ent.Link {
	i := slices.IndexFunc(s.links, func(l *ent.Link) bool { return l.ID == id })
	if i < 0 {
		return nil
	}
	return s.links[i]
}

// existing is find, and fails with NOT_FOUND where there is none.
func (s *staff) existing(id uuid.UUID) (*ent.Link, error) {
	if found := s.find(id); found != nil {
		return found, nil
	}
	return nil, problem.Missing()
}

// holders is what everybody holds, but for the usernames in except, who hold what it says.
func (s *staff) holders(except map[uuid.UUID]access.Levels) []access.Holder {
	all := make([]access.Holder, 0, len(s.links))
	for _, l := range s.links {
		h := holder(l)
		if levels, changed := except[l.UsernameID]; changed {
			h.Levels = levels
		}
		all = append(all, h)
	}
	return all
}
