package access

import (
	"slices"

	"github.com/google/uuid"
)

// Look is a look at an account as one of its usernames, a view: for reading alone, and at what whoever looks
// may see themselves.
type Look struct {
	// Account and Link are what is asked for.
	Account, Link uuid.UUID
	// Seen is the link that is looked through; nil: it cannot be, or not any more.
	Seen *Link
	// Username and Name are whose it is.
	Username uuid.UUID
	Name     string
}

// Looking tells whether somebody looks as another username.
func (v *Viewer) Looking() bool { return v != nil && v.Look != nil }

// MostInView is the highest level that there is in a view: nothing is changed in it, and what somebody notes
// for themselves is shown to nobody.
func MostInView(s Section) Level {
	if s == PsychotherapyNotes {
		return None
	}
	return View
}

// LookAs leaves the viewer what the seen username may do too, in the one account, and no more than reading: of
// both levels the lower, and nothing that an emergency opens. A view that cannot be leaves nothing.
func (v *Viewer) LookAs(look Look) {
	v.Look = &look
	v.Links = slices.DeleteFunc(v.Links, func(l Link) bool { return look.Seen == nil || l.Account != look.Seen.Account })
	if len(v.Links) == 0 {
		look.Seen = nil
		return
	}
	own := &v.Links[0]
	own.Window, own.Emergency = own.And(look.Seen.Window), nil
	for _, s := range Sections() {
		p, seen := &own.Privileges[s], look.Seen.Privileges[s]
		p.Window = p.And(seen.Window)
		p.Level = min(p.Level, seen.Level, MostInView(s))
	}
}

// Shown are the levels that a view shows of the seen username at the moment now, in microseconds since 1970:
// what it holds, where whoever looks may see the section too.
func (v *Viewer) Shown(account uuid.UUID, now int64) Levels {
	may := v.Link(account).Levels(now)
	if !v.Looking() {
		return may
	}
	held := v.Look.Seen.Levels(now)
	for s := range may {
		if may[s] > None {
			may[s] = held[s]
		}
	}
	return may
}
