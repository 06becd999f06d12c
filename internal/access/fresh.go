package access

import (
	"time"

	"lanyard/internal/problem"
)

// FreshFor is how long a proof counts as fresh.
const FreshFor = 10 * time.Minute

// CheckPasswordKept refuses whoever has to change the password before anything else: somebody else may
// know it, and be the one who asks.
func CheckPasswordKept(v *Viewer) error {
	if v != nil && v.MustChangePassword {
		return problem.New(problem.Forbidden, "Change your password first.").With("changePassword", true)
	}
	return nil
}

// CheckFresh refuses whoever has not proven lately that it is them, at the moment now in microseconds
// since 1970: what is most dangerous is not done by whoever finds a screen that is open. A password that
// has to be changed proves nothing.
func CheckFresh(v *Viewer, now int64) error {
	if err := CheckPasswordKept(v); err != nil {
		return err
	}
	return CheckProven(v, now)
}

// CheckProven is CheckFresh for the one thing that is done with a password that has to be changed: changing it.
func CheckProven(v *Viewer, now int64) error {
	if v != nil && now < v.FreshUntil() {
		return nil
	}
	return problem.New(problem.Forbidden, "Prove first that it is still you.").With("proveAgain", true)
}

// FreshUntil is until when the last proof counts as fresh, in microseconds since 1970.
func (v *Viewer) FreshUntil() int64 {
	return v.ProvenAt + FreshFor.Microseconds()
}
