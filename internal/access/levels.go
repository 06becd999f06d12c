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

// Stored are levels as they are kept, section by section. What is No Access is not.
func (l Levels) Stored() map[string]string {
	stored := map[string]string{}
	for _, s := range Sections() {
		if l[s] > None {
			stored[s.String()] = l[s].String()
		}
	}
	return stored
}

// Numbered are levels as the database compares them. What is No Access is not among them.
func (l Levels) Numbered() map[string]uint8 {
	told := map[string]uint8{}
	for _, s := range Sections() {
		if l[s] > None {
			told[s.String()] = uint8(l[s])
		}
	}
	return told
}

// NumberedLevels reads levels that the database has told by their numbers. What it does not know is No Access.
func NumberedLevels(told map[string]uint8) (levels Levels) {
	for name, level := range told {
		if s, unknown := ParseSection(name); unknown == nil && level <= uint8(Full) {
			levels[s] = Level(level)
		}
	}
	return levels
}

// StoredLevels reads what is kept. What it does not know is No Access.
func StoredLevels(stored map[string]string) (levels Levels) {
	for name, level := range stored {
		s, err := ParseSection(name)
		l, unknown := ParseLevel(level)
		if err == nil && unknown == nil {
			levels[s] = l
		}
	}
	return levels
}
