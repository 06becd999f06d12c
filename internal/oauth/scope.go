package oauth

import (
	"fmt"
	"strings"

	"lanyard/internal/access"
)

// A scope is a section with a level, such as client_sessions:view (RFC 6749, 3.3).
var scopeLevels = map[string]access.Level{"view": access.View, "full": access.Full}

// Scopes are all that an app can ask for.
func Scopes() []string {
	var all []string
	for _, s := range access.Sections() {
		for level := access.View; level <= access.MostByToken(s); level++ {
			all = append(all, scope(s, level))
		}
	}
	return all
}

func scope(s access.Section, l access.Level) string {
	return strings.ToLower(s.String() + ":" + l.String())
}

// scopesOf are the scopes of levels, none for No Access.
func scopesOf(levels access.Levels) []string {
	var all []string
	for _, s := range access.Sections() {
		if levels[s] > access.None {
			all = append(all, scope(s, levels[s]))
		}
	}
	return all
}

// readScope reads what an app asks for. Without a scope that is as much as it is let do.
func readScope(text string) (levels access.Levels, err error) {
	if text == "" {
		for _, s := range access.Sections() {
			levels[s] = access.MostByToken(s)
		}
		return levels, nil
	}
	for _, one := range strings.Split(text, " ") {
		section, level, _ := strings.Cut(one, ":")
		s, err := access.ParseSection(strings.ToUpper(section))
		l, known := scopeLevels[level]
		if err != nil || !known || l > access.MostByToken(s) || one != scope(s, l) {
			return levels, fmt.Errorf("there is no scope %.40q", one)
		}
		levels[s] = max(levels[s], l)
	}
	return levels, nil
}
