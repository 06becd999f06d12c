package access

import (
	"slices"

	"github.com/google/uuid"
)

// Token is an API token: what a partner app asks with, in the name of the username that made it.
type Token struct {
	ID   uuid.UUID
	Name string
	// App is the one that was let in by OAuth 2.0; all zeros: the token was made by hand.
	App uuid.UUID
	// ByDocuments tells that the app has registered documents, and asks by these alone.
	ByDocuments bool
	// Ends is when it ends by itself, in microseconds since 1970.
	Ends int64
}

// ByToken tells whether a partner app asks.
func (v *Viewer) ByToken() bool { return v != nil && v.Token.ID != uuid.Nil }

// MostByToken is the highest level that a token can have for a section. Who may enter an account and what
// somebody notes for themselves is no app's, and a review of the log is signed by a person.
func MostByToken(s Section) Level {
	switch s {
	case AccountAccess, PsychotherapyNotes:
		return None
	case ActivityLog:
		return View
	default:
		return Full
	}
}

// Narrow leaves the viewer what the token was given too, until it ends, in microseconds since 1970: of both
// levels the lower, of both times the shorter, no other account, and nothing that an emergency opens.
func (v *Viewer) Narrow(given map[uuid.UUID]Levels, until int64) {
	v.Links = slices.DeleteFunc(v.Links, func(l Link) bool {
		_, reached := given[l.Account]
		return !reached
	})
	for i := range v.Links {
		l := &v.Links[i]
		l.Window = l.And(Window{Until: until})
		l.Emergency = nil
		for _, s := range Sections() {
			p := &l.Privileges[s]
			p.Level = min(p.Level, given[l.Account][s], MostByToken(s))
		}
	}
}
