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
	// Until is when each level ends, in microseconds since 1970; 0: it has no end.
	Until [SectionCount]int64
}

// Grants are privileges as they are set, whether or not they hold at the moment.
type Grants [SectionCount]Privilege

// At are the levels that hold at the moment now, in microseconds since 1970.
func (g Grants) At(now int64) Levels {
	var held Levels
	for s, p := range g {
		if p.Includes(now) {
			held[s] = p.Level
		}
	}
	return held
}

// CheckGrant refuses what nobody may grant: to oneself, to the owner username, above one's
// own level, beyond its end, and psychotherapy notes by anybody but the owner in person.
// Lowering a level or shortening its time is no grant. Every path that gives levels calls it.
func CheckGrant(actor, target Holder, before, wanted Grants) error {
	if actor.Username == target.Username {
		return problem.New(problem.Forbidden, "You cannot change your own privileges. Ask another username with Full Access to Account Access.")
	}
	if target.Owner {
		return problem.New(problem.Forbidden, "The owner's privileges cannot be changed.")
	}
	for _, s := range Sections() {
		if err := checkRaise(actor, s, before[s], wanted[s]); err != nil {
			return err
		}
	}
	return nil
}

func checkRaise(actor Holder, s Section, from, to Privilege) error {
	if !to.exceeds(from) {
		return nil
	}
	if to.Level > actor.Levels[s] {
		return problem.New(problem.Forbidden, "You cannot give %s to %s: you have %s there yourself.", to.Level.Title(), s.Title(), actor.Levels[s].Title())
	}
	if later(to.Until, actor.Until[s]) {
		return problem.New(problem.Forbidden, "You cannot give access to %s for longer than you have it yourself.", s.Title())
	}
	if s == PsychotherapyNotes && !actor.Owner {
		return problem.New(problem.Forbidden, "Only the owner can give access to Psychotherapy Notes.")
	}
	return nil
}

// exceeds tells whether p gives anything that from did not: a higher level, or the same for
// longer.
func (p Privilege) exceeds(from Privilege) bool {
	return p.Level > None && (p.Level > from.Level || later(p.Until, from.Until) || from.From != 0 && p.From < from.From)
}

// later tells whether one end of time comes after another; 0 is no end.
func later(until, than int64) bool {
	return than != 0 && (until == 0 || until > than)
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

// Share is what the holder may pass on of these levels: none above its own, and none for
// longer.
func (h Holder) Share(levels Levels) Grants {
	var g Grants
	for s := range g {
		g[s] = Privilege{Level: min(levels[s], h.Levels[s]), Window: Window{Until: h.Until[s]}}
	}
	return g
}
