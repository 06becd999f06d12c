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
