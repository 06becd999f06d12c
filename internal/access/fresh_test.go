package access_test

import (
	"testing"

	"lanyard/internal/access"
)

func TestCheckFresh(t *testing.T) {
	const minute = 60_000_000
	v := &access.Viewer{ProvenAt: 100 * minute}
	for name, c := range map[string]struct {
		viewer *access.Viewer
		now    int64
		fresh  bool
	}{
		"at once":                 {v, 100 * minute, true},
		"the last moment":         {v, 110*minute - 1, true},
		"ten minutes later":       {v, 110 * minute, false},
		"nobody":                  {nil, 0, false},
		"who has never proven it": {&access.Viewer{}, 100 * minute, false},
	} {
		if err := access.CheckFresh(c.viewer, c.now); (err == nil) != c.fresh {
			t.Errorf("%s: %v", name, err)
		}
		if forced := (access.Viewer{MustChangePassword: true}); c.viewer != nil {
			forced.ProvenAt = c.viewer.ProvenAt
			if access.CheckFresh(&forced, c.now) == nil || (access.CheckProven(&forced, c.now) == nil) != c.fresh {
				t.Errorf("%s, with a password that has to be changed", name)
			}
		}
	}
}
