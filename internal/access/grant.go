package access

import (
	"github.com/google/uuid"

	"lanyard/internal/problem"
)

// Holder is a username with what it holds in one account at one moment.
type Holder struct {
	Username uuid.UUID
	Owner    bool
	Levels   Levels
}

// CheckGrant refuses what nobody may grant: to oneself, to the owner username, above one's
// own level, and psychotherapy notes by anybody but the owner in person. Lowering a level is
// no grant. Every path that gives levels calls it.
func CheckGrant(actor, target Holder, wanted Levels) error {
	if actor.Username == target.Username {
		return problem.New(problem.Forbidden, "You cannot change your own privileges. Ask another username with Full Access to Account Access.")
	}
	if target.Owner {
		return problem.New(problem.Forbidden, "The owner's privileges cannot be changed.")
	}
	for _, s := range Sections() {
		if err := checkRaise(actor, s, target.Levels[s], wanted[s]); err != nil {
			return err
		}
	}
	return nil
}

func checkRaise(actor Holder, s Section, from, to Level) error {
	if to <= from {
		return nil
	}
	if to > actor.Levels[s] {
		return problem.New(problem.Forbidden, "You cannot give %s to %s: you have %s there yourself.", to.Title(), s.Title(), actor.Levels[s].Title())
	}
	if s == PsychotherapyNotes && !actor.Owner {
		return problem.New(problem.Forbidden, "Only the owner can give access to Psychotherapy Notes.")
	}
	return nil
}

// CheckRemoval refuses to take away a username that must stay: one's own and the owner's.
func CheckRemoval(actor, target Holder) error {
	if actor.Username == target.Username {
		return problem.New(problem.Forbidden, "You cannot delete your own username. Leave the account instead, or ask somebody else to do it.")
	}
	if target.Owner {
		return problem.New(problem.Forbidden, "The owner's username cannot be deleted.")
	}
	return nil
}

// CheckSteward refuses a state in which nobody could run the account any more: at least one
// username keeps Full Access to Account Access and may see the Activity Log.
func CheckSteward(remaining []Holder) error {
	for _, h := range remaining {
		if h.Levels[AccountAccess] == Full && h.Levels[ActivityLog] >= View {
			return nil
		}
	}
	return problem.New(problem.Forbidden, "At least one username must keep Full Access to Account Access and see the Activity Log.")
}

// AtMost lowers each level to what limit allows: nobody passes on more than they hold.
func (l Levels) AtMost(limit Levels) Levels {
	for s := range l {
		l[s] = min(l[s], limit[s])
	}
	return l
}
