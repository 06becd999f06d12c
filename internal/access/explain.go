package access

import "github.com/google/uuid"

// Reason is what decided a verdict.
type Reason string

// The reasons, in the order in which they are looked for.
const (
	NotLinked       Reason = "NOT_LINKED"
	PasswordDue     Reason = "PASSWORD_CHANGE_REQUIRED"
	FactorDue       Reason = "SECOND_FACTOR_REQUIRED"
	LinkNotBegun    Reason = "LINK_NOT_BEGUN"
	LinkOver        Reason = "LINK_OVER"
	NoLevel         Reason = "NO_LEVEL"
	PrivilegeAhead  Reason = "PRIVILEGE_NOT_BEGUN"
	PrivilegeOver   Reason = "PRIVILEGE_OVER"
	LevelTooLow     Reason = "LEVEL_TOO_LOW"
	LevelSufficient Reason = "LEVEL_SUFFICIENT"
	ByEmergency     Reason = "EMERGENCY"
)

// Verdict is a decision with what decided it.
type Verdict struct {
	Allowed bool
	Reason  Reason
	Account uuid.UUID
	Section Section
	Need    Level
	// Held is the level that counts at the moment: None outside a window.
	Held Level
	// Opened tells that Held is what an emergency opens, and less was given.
	Opened bool
	// Link is the deciding link; nil when there is none.
	Link *Link
}

// Explain gives the verdict of Decide with the reason for it. A test holds the two equal.
func Explain(v *Viewer, account uuid.UUID, section Section, need Level, now int64) Verdict {
	verdict := Verdict{Account: account, Section: section, Need: need, Link: v.Link(account)}
	verdict.Reason = reason(verdict.Link, section, need, now)
	switch {
	case verdict.Link == nil:
	case v.MustChangePassword:
		verdict.Reason = PasswordDue
	case FactorMissing(v, account, now):
		verdict.Reason = FactorDue
	}
	verdict.Allowed = verdict.Reason == LevelSufficient || verdict.Reason == ByEmergency
	if verdict.Link != nil && int(section) < SectionCount {
		verdict.Held = verdict.Link.Levels(now)[section]
		verdict.Opened = verdict.Held > verdict.Link.Privileges[section].at(now)
	}
	return verdict
}

func reason(link *Link, section Section, need Level, now int64) Reason {
	if link == nil {
		return NotLinked
	}
	if int(section) >= SectionCount || need == None {
		return NoLevel
	}
	p := link.Privileges[section]
	switch {
	case now < link.From:
		return LinkNotBegun
	case !link.Includes(now):
		return LinkOver
	case p.at(now) < need && link.Emergency.at(section, now) >= need:
		return ByEmergency
	case p.Level == None:
		return NoLevel
	case now < p.From:
		return PrivilegeAhead
	case !p.Includes(now):
		return PrivilegeOver
	case p.Level < need:
		return LevelTooLow
	}
	return LevelSufficient
}
