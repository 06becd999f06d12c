package access

import (
	"time"

	"github.com/google/uuid"
)

// Window is a span of validity in microseconds since 1970, From inclusive, Until exclusive.
// Zero means without that limit.
type Window struct{ From, Until int64 }

// NewWindow makes a window of two optional times.
func NewWindow(from, until *time.Time) Window {
	return Window{From: micros(from), Until: micros(until)}
}

func micros(t *time.Time) int64 {
	if t == nil {
		return 0
	}
	return t.UnixMicro()
}

// Includes tells whether now, in microseconds since 1970, lies within the window.
func (w Window) Includes(now int64) bool {
	return now >= w.From && (w.Until == 0 || now < w.Until)
}

// And is when both windows hold.
func (w Window) And(other Window) Window {
	return Window{From: max(w.From, other.From), Until: earliest(w.Until, other.Until)}
}

// Privilege is the access level that a link has for one section, and when it holds.
type Privilege struct {
	Window
	Level Level
}

// at is the level that holds at the moment now.
func (p *Privilege) at(now int64) Level {
	if p.Includes(now) {
		return p.Level
	}
	return None
}

// Link is a username's way into one account with its privilege for each section.
type Link struct {
	Window
	ID      uuid.UUID
	Account uuid.UUID
	// Owner marks the username that the account was opened with.
	Owner bool
	// ConsentBy is the username that let it in, and Since when it did, in microseconds since 1970.
	ConsentBy uuid.UUID
	Since     int64
	// FactorDue tells that the account asks for a second factor, and the username has none, or for a sign-in by a
	// passkey, which this is not: it lets nobody in before.
	FactorDue bool
	// PasskeyDue tells that it has to be a passkey.
	PasskeyDue bool
	// Privileges are what was given.
	Privileges [SectionCount]Privilege
	// Emergency opens more for a while; nil: there is none.
	Emergency *Emergency
}

// Levels are the levels that hold at the moment now, in microseconds since 1970.
func (l *Link) Levels(now int64) Levels {
	var held Levels
	for s := range held {
		if !l.FactorDue && l.Includes(now) {
			held[s] = l.level(Section(s), now)
		}
	}
	return held
}

// level is the higher one of what was given and what an emergency opens, at the moment now.
func (l *Link) level(s Section, now int64) Level {
	return max(l.Privileges[s].at(now), l.Emergency.at(s, now))
}

// Levels is an access level for each section. The zero value is no access to anything.
type Levels [SectionCount]Level

// Viewer is who asks: one username with all its links, loaded anew for each request, so that
// a lowered level holds on the very next one.
type Viewer struct {
	Username uuid.UUID
	Name     string
	SignIn   uuid.UUID
	// Token is the API token that asks in the username's name; none: a person does, with a sign-in.
	Token Token
	// View is the look as another username that the viewer takes; nil: the viewer asks as themself.
	Look *Look
	// ProvenAt is when the username has last proven, with this sign-in, that it is them, in microseconds
	// since 1970.
	ProvenAt int64
	// Factor is what the sign-in was proven with.
	Factor Factor
	// HoldsFactor tells that the username has a second factor, and HoldsPasskey that it has a passkey.
	HoldsFactor, HoldsPasskey bool
	// MustChangePassword bars everything but changing the password and signing out.
	MustChangePassword bool
	HomeAccount        uuid.UUID
	answering          uuid.UUID
	Links              []Link
	// Shut are the accounts in which the sign-in was ended: Links has none of them.
	Shut []uuid.UUID
}

// Link finds the viewer's link to the account; nil when there is none.
func (v *Viewer) Link(account uuid.UUID) *Link {
	if v == nil {
		return nil
	}
	for i := range v.Links {
		if v.Links[i].Account == account {
			return &v.Links[i]
		}
	}
	return nil
}

// AnsweredBy says of an account that the username has a link to it, shut for this sign-in or not. The links come in the
// order of their ids.
func (v *Viewer) AnsweredBy(account uuid.UUID) {
	if v.answering == uuid.Nil || account == v.HomeAccount {
		v.answering = account
	}
}

// OwnLog is the account that answers for the username, in whose log stands what it does with what is its own: its home
// account, and where the link there has ended, the first of the others. The database knows it too, where nobody is signed
// in (account_of).
func (v *Viewer) OwnLog() uuid.UUID {
	if v.answering == uuid.Nil {
		return v.HomeAccount
	}
	return v.answering
}

// Decide is the one decision: may the viewer act in this section of this account at this
// level at the moment now, in microseconds since 1970? No viewer, no link, no privilege, a
// time outside the window and an unknown section all mean no.
func Decide(v *Viewer, account uuid.UUID, section Section, need Level, now int64) bool {
	link := v.Link(account)
	if link == nil || link.FactorDue || v.MustChangePassword || int(section) >= SectionCount || need == None {
		return false
	}
	return link.Includes(now) && link.level(section, now) >= need
}

// FactorMissing tells whether it is the second factor alone that the viewer cannot enter the account for.
func FactorMissing(v *Viewer, account uuid.UUID, now int64) bool {
	link := v.Link(account)
	return link != nil && link.FactorDue && link.Includes(now)
}

// Member tells whether the viewer may enter the account at all at the moment now.
func Member(v *Viewer, account uuid.UUID, now int64) bool {
	link := v.Link(account)
	return link != nil && !link.FactorDue && !v.MustChangePassword && link.Includes(now)
}
