package problem_test

import (
	"strings"
	"testing"

	"lanyard/internal/problem"
)

func TestCheckText(t *testing.T) {
	for text, ok := range map[string]bool{
		"Maple Street Counseling":        true,
		"Praxis Müller-Lüdenscheidt":     true,
		strings.Repeat("\U0001F332", 10): true,
		strings.Repeat("x", 31):          false,
		"":                               false,
		"   ":                            false,
		"a\x00b":                         false,
		"a\x1bb":                         false,
		"a\u202eb":                       false,
		"a\xffb":                         false,
	} {
		if err := problem.CheckText("name", text, 30); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A name leads nowhere; titles and initials are none of a page.
func TestCheckName(t *testing.T) {
	for name, ok := range map[string]bool{
		"Dr. Marisol Reyes, Ph.D.": true, "Jane Doe, M.Ed., LPC": true, "Billing v2.0": true, "U.S. Claims": true, "A. B. Moreau, Psy.D.": true,
		"lanyard-help.example": false, "Sign in at HTTP://x": false, "www.x": false, "LANYARD.COM": false, "t.co/x": false, "me@lanyard.example": false, "помощь.рф": false,
	} {
		if err := problem.CheckName("name", name, 60); (err == nil) != ok {
			t.Errorf("%q: %v", name, err)
		}
	}
}
