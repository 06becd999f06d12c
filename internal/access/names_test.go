package access_test

import (
	"testing"

	"lanyard/internal/access"
)

// A name that is read is the whole name, and what cannot be read gives nothing.
func FuzzNames(f *testing.F) {
	for _, name := range []string{"", "CODES_SETUP", "codes_setup", "CODES_SETUP ", "VIEW", "NONE", "FULL", "LEVEL_9", "SECTION_99", "0"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if l, err := access.ParseLevel(name); err == nil && l.String() != name || err != nil && l != access.None {
			t.Errorf("%q is the level %s, %v", name, l, err)
		}
		s, err := access.ParseSection(name)
		if err == nil && (s.String() != name || int(s) >= access.SectionCount) {
			t.Errorf("%q is the section %s", name, s)
		}
		kept := access.Reports
		if scanned := kept.Scan(name); (scanned == nil) != (err == nil) || scanned != nil && kept != access.Reports {
			t.Errorf("%q is stored as %s, %v", name, kept, scanned)
		}
	})
}
