package accountaccess

import (
	"time"

	"lanyard/internal/access"
	"lanyard/internal/problem"
)

// GivenLink is what a link by consent gives. A section that is not named is No Access.
type GivenLink struct {
	Levels                []*access.SectionLevel
	ValidFrom, ValidUntil *time.Time
}

// terms are what a link by consent gives, and when.
type terms struct {
	access.Window
	levels access.Levels
}

// readTerms reads what a person entered.
func readTerms(in GivenLink) (terms, error) {
	t := terms{Window: access.NewWindow(in.ValidFrom, in.ValidUntil)}
	if field, fault := faultOfTimes(in.ValidFrom, in.ValidUntil); field != "" {
		return t, problem.Invalid(field, "%s", fault)
	}
	if in.ValidUntil != nil && !in.ValidUntil.After(time.Now()) {
		return t, problem.Invalid("validUntil", "This time is past.")
	}
	var err error
	if t.levels, err = access.ReadLevels(in.Levels); err != nil {
		return t, err
	}
	if t.levels == (access.Levels{}) {
		return t, problem.Invalid("levels", "Choose at least one section.")
	}
	return t, nil
}

// grants are the privileges of the terms, each for as long as the link.
func (t terms) grants() (g access.Grants) {
	for s, level := range t.levels {
		if level > access.None {
			g[s] = access.Privilege{Level: level, Window: t.Window}
		}
	}
	return g
}

// of are the privileges of the link, if the actor may give them at this moment for as long as it: nobody
// gives what they could give once. The times are the link's own.
func (t terms) of(actor access.Holder) (g access.Grants, err error) {
	for s, level := range t.levels {
		g[s].Level = level
	}
	return g, access.CheckGrant(actor, access.Holder{}, access.Grants{}, t.grants())
}

// checkWithin refuses more than what was asked for.
func (t terms) checkWithin(asked terms) error {
	for _, s := range access.Sections() {
		if t.levels[s] > asked.levels[s] {
			return problem.Invalid("levels", "%s was asked for %s: give that or less.", asked.levels[s].Title(), s.Title())
		}
	}
	if asked.From != 0 && t.From < asked.From {
		return problem.Invalid("validFrom", "A later beginning was asked for.")
	}
	if asked.Until != 0 && (t.Until == 0 || t.Until > asked.Until) {
		return problem.Invalid("validUntil", "An earlier end was asked for.")
	}
	return nil
}

// termsOf reads what is kept.
func termsOf(levels map[string]string, from, until *time.Time) terms {
	return terms{Window: access.NewWindow(from, until), levels: access.StoredLevels(levels)}
}
