package access

import (
	"slices"

	"github.com/google/uuid"

	"lanyard/internal/problem"
)

// Holder is a username with what it holds in one account at one moment.
type Holder struct {
	Username uuid.UUID
	Owner    bool
	// Guest tells that the username has come from another account: its password is not this one's matter.
	Guest  bool
	Levels Levels
	// Until is when each level ends, in microseconds since 1970; 0: it has no end.
	Until [SectionCount]int64
}

// Holder is what was given to the link's username, at the moment now, in microseconds since 1970: what it
// opens in an emergency is not held for granting. No link gives nothing.
func (l *Link) Holder(username uuid.UUID, now int64) Holder {
	h := Holder{Username: username}
	if l == nil {
		return h
	}
	given := *l
	given.Emergency = nil
	h.Owner, h.Levels = l.Owner, given.Levels(now)
	for s, p := range l.Privileges {
		h.Until[s] = earliest(l.Until, p.Until)
	}
	return h
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

// Exceed tells whether anything is given that was not before.
func (g Grants) Exceed(before Grants) bool {
	for s := range g {
		if g[s].exceeds(before[s]) {
			return true
		}
	}
	return false
}

// CheckGrant refuses what nobody may grant: to oneself, to the owner username, above one's
// own level, beyond its end, and psychotherapy notes by anybody but the owner in person.
// Lowering a level or shortening its time is no grant. Every path that gives levels calls it.
func CheckGrant(actor, target Holder, before, wanted Grants) error {
	if err := CheckTarget(actor, target); err != nil {
		return err
	}
	for _, s := range Sections() {
		if err := checkRaise(actor, s, before[s], wanted[s]); err != nil {
			return err
		}
	}
	return nil
}

// CheckTarget refuses whose privileges cannot be changed at all: one's own and the owner's.
func CheckTarget(actor, target Holder) error {
	if actor.Username == target.Username {
		return problem.New(problem.Forbidden, "You cannot change your own privileges. Ask another username with Full Access to Account Access.")
	}
	if target.Owner {
		return problem.New(problem.Forbidden, "The owner's privileges cannot be changed.")
	}
	return nil
}

// Grantable is the highest level that CheckGrant lets the actor set in a section that CheckTarget
// leaves open, at the times that are set or, where the actor's own access ends earlier, until
// then. All lower levels can be set as well, and no higher one at any time.
func Grantable(actor Holder, s Section, before Privilege) Level {
	for level := Full; level > before.Level; level-- {
		raised := Privilege{Level: level, Window: Window{From: before.From, Until: earliest(before.Until, actor.Until[s])}}
		if checkRaise(actor, s, before, raised) == nil {
			return level
		}
	}
	return before.Level
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

// earliest is the first of two ends of time; 0 is no end.
func earliest(a, b int64) int64 {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

// CheckManager refuses whoever does not run the account.
func CheckManager(actor Holder) error {
	if held := actor.Levels[AccountAccess]; held < Full {
		return problem.New(problem.Forbidden, "You have %s to %s; this needs %s.", held.Title(), AccountAccess.Title(), Full.Title())
	}
	return nil
}

// CheckPasswordRequest refuses to ask the owner for a new password: that would lock them out. It
// refuses to ask it of a guest: that would reach into the accounts of others.
func CheckPasswordRequest(actor, target Holder) error {
	if target.Guest {
		return problem.New(problem.Forbidden, "This username is at home in another account: as long as it is there, whoever runs that one can ask it for a new password. Here you can end its sign-ins, or delete it.")
	}
	if target.Owner && !actor.Owner {
		return problem.New(problem.Forbidden, "Only the owner can ask for a new password of the owner's username.")
	}
	return nil
}

// CheckUnlock refuses to forget wrong passwords for a guest: whoever runs another account could guess, and
// unlock in between. How often it is done for one's own is bounded where it is done.
func CheckUnlock(target Holder) error {
	if target.Guest {
		return problem.New(problem.Forbidden, "This username is at home in another account: as long as it is there, whoever runs that one can unlock it.")
	}
	return nil
}

// CheckFactorReset refuses what CheckPasswordRequest refuses, and one's own: that is given up in My Access.
func CheckFactorReset(actor, target Holder) error {
	if actor.Username == target.Username {
		return problem.New(problem.Forbidden, "This is your own username. Your second factor is in My Access.")
	}
	if target.Guest {
		return problem.New(problem.Forbidden, "This username is at home in another account: as long as it is there, whoever runs that one can reset its second factor.")
	}
	if target.Owner {
		return problem.New(problem.Forbidden, "Nobody resets the owner's second factor. The owner signs in with a recovery code.")
	}
	return nil
}

// CheckFactorRule lets the owner alone decide whether the account asks for a second factor, and nobody who
// would lock themselves out by it.
func CheckFactorRule(actor Holder, holdsFactor bool) error {
	if !actor.Owner {
		return problem.New(problem.Forbidden, "Only the owner decides whether everybody needs a second factor.")
	}
	if !holdsFactor {
		return problem.New(problem.Forbidden, "Set up a second factor of your own first, in My Access.")
	}
	return nil
}

// CheckPasskeyRule lets the owner alone decide whether the account is entered by a passkey alone, and nobody who would
// lock themselves out by it.
func CheckPasskeyRule(actor Holder, by Factor) error {
	if !actor.Owner {
		return problem.New(problem.Forbidden, "Only the owner decides whether everybody signs in by a passkey.")
	}
	if by != ByPasskey {
		return problem.New(problem.Forbidden, "Sign in by a passkey of your own first. You make one in My Access.")
	}
	return nil
}

// CheckFactorsChange refuses to change the second factors of somebody who holds a passkey, and has not shown it where
// an account asks for one: whoever got hold of a password and a code would make a passkey of their own. A recovery code
// stands for a passkey that was lost.
func CheckFactorsChange(v *Viewer) error {
	asked := slices.ContainsFunc(v.Links, func(l Link) bool { return l.PasskeyDue })
	if asked && v.HoldsPasskey && v.Factor != ByRecoveryCode {
		return problem.New(problem.Forbidden, "An account that you may enter asks for a passkey. Use yours first, or sign in with a recovery code: then you can change this.")
	}
	return nil
}

// CheckOffboarding refuses to end the work of a guest in one act: that is for whoever runs the account that
// it is at home in.
func CheckOffboarding(target Holder) error {
	if target.Guest {
		return problem.New(problem.Forbidden, "This username is at home in another account: as long as it is there, whoever runs that one can end its work everywhere. Here you can delete it.")
	}
	return nil
}

// CheckSignInEnd refuses to end sign-ins of the owner, and says where one's own are.
func CheckSignInEnd(actor, target Holder) error {
	if actor.Username == target.Username {
		return problem.New(problem.Forbidden, "This is your own username. Your sign-ins are in My Access.")
	}
	if target.Owner && !actor.Owner {
		return problem.New(problem.Forbidden, "Nobody but the owner ends the owner's sign-ins.")
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

// Share is what the holder may pass on of these levels: none above its own, and none for
// longer.
func (h Holder) Share(levels Levels) Grants {
	var g Grants
	for s := range g {
		g[s] = Privilege{Level: min(levels[s], h.Levels[s]), Window: Window{Until: h.Until[s]}}
	}
	return g
}
