package access

import "lanyard/internal/problem"

// SectionLevel is a level for a section, as a person chooses it.
type SectionLevel struct {
	Section Section
	Level   Level
}

// ReadLevels reads what a person has chosen. A section that is not named is No Access, and one that is named
// twice would leave open which level was meant.
func ReadLevels(chosen []*SectionLevel) (levels Levels, err error) {
	var named [SectionCount]bool
	for _, l := range chosen {
		if named[l.Section] {
			return levels, problem.Invalid("levels", "%s is there twice.", l.Section.Title())
		}
		named[l.Section], levels[l.Section] = true, l.Level
	}
	return levels, nil
}
