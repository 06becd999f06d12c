package access

import (
	"slices"

	"github.com/google/uuid"

	"lanyard/internal/problem"
)

// Emergency is what a link opens beyond what was given, by its username alone and for a few hours: what
// it gives may be used, and never passed on.
type Emergency struct {
	Window
	ID     uuid.UUID
	Levels Levels
}

func (e *Emergency) at(s Section, now int64) Level {
	if e != nil && e.Includes(now) {
		return e.Levels[s]
	}
	return None
}

// EmergencyAt is the emergency that runs in the account at the moment now; nil: none.
func (v *Viewer) EmergencyAt(account uuid.UUID, now int64) *Emergency {
	link := v.Link(account)
	if link == nil || link.Emergency == nil || !link.Includes(now) || !link.Emergency.Includes(now) {
		return nil
	}
	return link.Emergency
}

// OpensInEmergencies tells whether an emergency can open a section: those that hold the records of clients,
// and none that runs the account.
func OpensInEmergencies(s Section) bool {
	switch s {
	case PracticeSetup, CodesSetup, AccountAccess, ActivityLog:
		return false
	default:
		return int(s) < SectionCount
	}
}

// SectionsOfEmergencies are those that an emergency can open, in their order.
func SectionsOfEmergencies() []Section {
	return slices.DeleteFunc(Sections(), func(s Section) bool { return !OpensInEmergencies(s) })
}

// CheckEmergency refuses to open in an emergency what is not settled before, and to open nothing.
func CheckEmergency(settled, wanted Levels) error {
	if wanted == (Levels{}) {
		return problem.Invalid("levels", "Choose at least one section to open.")
	}
	for _, s := range Sections() {
		if !OpensInEmergencies(s) && wanted[s] > None {
			return problem.New(problem.Forbidden, "%s is never opened in an emergency: it runs the account.", s.Title())
		}
		if wanted[s] > settled[s] {
			return problem.New(problem.Forbidden, "In an emergency the owner lets you open %s at %s at most.", s.Title(), settled[s].Title())
		}
	}
	return nil
}

// CheckEmergencyReview refuses whoever reviews their own emergency, and a username that may be theirs too: one
// that they let in, or that came in once it had begun, in microseconds since 1970.
func CheckEmergencyReview(reviewer uuid.UUID, link *Link, of uuid.UUID, began int64) error {
	switch {
	case reviewer == of:
		return problem.New(problem.Forbidden, "This was your own emergency access. Somebody else with Full Access to Account Access reviews it.")
	case link == nil || link.ConsentBy == of:
		return problem.New(problem.Forbidden, "Whoever used this emergency access let you into this account. Somebody whom others let in reviews it.")
	case link.Since > began:
		return problem.New(problem.Forbidden, "You were let into this account after this emergency access had begun. Somebody who could enter it before reviews it.")
	}
	return nil
}
