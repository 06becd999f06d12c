package form_test

import (
	"strings"
	"testing"

	"lanyard/internal/form"
	"lanyard/internal/problem"
)

func TestTextsAreChecked(t *testing.T) {
	for text, fine := range map[string]bool{
		"":                              true,
		"two\nlines\tand a tab":         true,
		strings.Repeat("é", 100):        true,
		strings.Repeat("é", 101):        false,
		"a\x00b":                        false,
		"\xff":                          false,
		"turned \u202Eround":            false,
		"  Rene\u0301e, who is trimmed": true,
	} {
		var c form.Checks
		c.Text("remark", &text, 100)
		if (c.Fault() == nil) != fine {
			t.Errorf("%q: %v", text, c.Fault())
		}
	}
}

func TestTheFirstFaultIsKept(t *testing.T) {
	var c form.Checks
	zip, phone := "1234", "none"
	c.Zip("zip", &zip)
	c.Phone("phone", &phone)
	if p := problem.As(c.Fault()); p == nil || p.Path[0] != "zip" {
		t.Errorf("got %v", c.Fault())
	}
}
