// Package live tells those who are signed in, at once, that something changed where they may
// look. It carries no data: what is told is asked for again, and guarded as ever.
package live

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
)

// Kind is what a change is about.
type Kind string

// The kinds of change.
const (
	// MyAccess: what the viewer may do in the account has changed.
	MyAccess Kind = "MY_ACCESS"
	// MySignIns: a sign-in of the viewer's username began or ended.
	MySignIns Kind = "MY_SIGN_INS"
	// Section: something in a section of an account has changed.
	Section Kind = "SECTION"
	// Everything: changes may have been missed.
	Everything Kind = "EVERYTHING"
)

// MarshalGQL writes the kind as an enum value.
func (k Kind) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(k))) }

// UnmarshalGQL implements graphql.Unmarshaler: nobody sends a kind.
func (k *Kind) UnmarshalGQL(any) error { return nil }

// Change tells that something changed.
type Change struct {
	Kind    Kind
	Account *globalid.ID
	Section *access.Section
	// Object is the one thing of the section that changed; nil: look at all of it.
	Object *globalid.ID
	// Client is the one client of the section whom it concerns; nil: several, or none.
	Client *globalid.ID
	// Mine tells that this very sign-in did it.
	Mine bool
}

// subject is what changes are counted by: of many within a moment one is told.
type subject struct {
	kind    Kind
	account uuid.UUID
	section access.Section
}

// detail is what is known of the changes of one subject.
type detail struct {
	mine bool
	// object is the one thing that changed; zero: there are several, or it is not known.
	object globalid.ID
	// client is the one client whom they concern; zero as well.
	client globalid.ID
}

// and is the detail of both together.
func (d detail) and(other detail) detail {
	d.mine = d.mine && other.mine
	if d.object != other.object {
		d.object = globalid.ID{}
	}
	if d.client != other.client {
		d.client = globalid.ID{}
	}
	return d
}

func (s subject) change(d detail) *Change {
	c := &Change{Kind: s.kind, Mine: d.mine}
	if d.object != (globalid.ID{}) {
		c.Object = &d.object
	}
	if d.client != (globalid.ID{}) {
		c.Client = &d.client
	}
	if s.account != uuid.Nil {
		id := globalid.OfAccount(s.account)
		c.Account = &id
	}
	if s.kind == Section {
		c.Section = &s.section
	}
	return c
}

// judge gives what may be told to the viewer as it is now, of what was noticed since it stood as
// it did then. The viewer's own access comes first: what is asked next rests on it.
func judge(then standing, viewer *access.Viewer, noticed map[subject]detail, now int64) []*Change {
	told := map[subject]detail{}
	for _, account := range then.changed(standingOf(viewer, now)) {
		told[subject{kind: MyAccess, account: account}] = detail{}
	}
	for s, known := range noticed {
		if s.kind != Section || access.Decide(viewer, s.account, s.section, access.View, now) {
			told[s] = known
		}
	}
	subjects := slices.SortedFunc(maps.Keys(told), func(a, b subject) int {
		return cmp.Or(cmp.Compare(order[a.kind], order[b.kind]), slices.Compare(a.account[:], b.account[:]), cmp.Compare(a.section, b.section))
	})
	changes := make([]*Change, len(subjects))
	for i, s := range subjects {
		changes[i] = s.change(told[s])
	}
	return changes
}

var order = map[Kind]int{MyAccess: 0, Everything: 1, MySignIns: 2, Section: 3}

// standing is what a viewer may do at one moment: the levels in each account that it may enter.
type standing map[uuid.UUID]access.Levels

func standingOf(v *access.Viewer, now int64) standing {
	s := standing{}
	for i := range v.Links {
		if access.Member(v, v.Links[i].Account, now) {
			s[v.Links[i].Account] = v.Links[i].Levels(now)
		}
	}
	return s
}

// changed are the accounts in which the viewer may do something else.
func (s standing) changed(to standing) []uuid.UUID {
	var accounts []uuid.UUID
	for account, levels := range s {
		if now, enters := to[account]; !enters || now != levels {
			accounts = append(accounts, account)
		}
	}
	for account := range to {
		if _, entered := s[account]; !entered {
			accounts = append(accounts, account)
		}
	}
	return accounts
}
