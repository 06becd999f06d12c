package access

import (
	"fmt"
	"io"
	"strconv"
)

// Level is how far a privilege reaches. Levels are ordered: compare them with < and >=.
type Level uint8

// The three access levels. The zero value is no access: what is absent is refused.
const (
	None Level = iota
	View
	Full
)

var levels = [...]struct{ name, title string }{
	None: {"NONE", "No Access"},
	View: {"VIEW", "View Only"},
	Full: {"FULL", "Full Access"},
}

// ParseLevel reads a level's name, such as "VIEW".
func ParseLevel(name string) (Level, error) {
	for i, l := range levels {
		if l.name == name {
			return Level(i), nil
		}
	}
	return None, fmt.Errorf("there is no access level %q", name)
}

// String is the level's name in the API and the log.
func (l Level) String() string {
	if int(l) >= len(levels) {
		return "LEVEL_" + strconv.Itoa(int(l))
	}
	return levels[l].name
}

// Title is the level's name on screen.
func (l Level) Title() string {
	if int(l) >= len(levels) {
		return l.String()
	}
	return levels[l].title
}

// MarshalGQL writes the level as an enum value.
func (l Level) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(l.String())) }

// UnmarshalGQL reads an enum value.
func (l *Level) UnmarshalGQL(v any) error { return scanName(v, l, ParseLevel) }
