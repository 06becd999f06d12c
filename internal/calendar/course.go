package calendar

import (
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/internal/problem"
)

// over tells whether the appointment took place, or should have.
func over(a *ent.Appointment) bool {
	return a.Status == appointment.StatusKEPT || a.Status == appointment.StatusMISSED
}

// checkCourse refuses a change that no appointment goes through.
func checkCourse(current, wanted *ent.Appointment) error {
	const moved = "An appointment that was kept or missed stays where it was. Set it back to scheduled first."
	switch {
	case !over(current) || !over(wanted):
		return checkStatus(wanted)
	case !wanted.Start.Equal(current.Start):
		return problem.Invalid("start", moved)
	case wanted.Minutes != current.Minutes:
		return problem.Invalid("minutes", moved)
	}
	return checkStatus(wanted)
}

// checkStatus refuses to say of what is still to come that it was kept or missed.
func checkStatus(a *ent.Appointment) error {
	if over(a) && a.Start.After(time.Now()) {
		return problem.Invalid("status", "This appointment has not begun yet: it can be kept or missed from its start on.")
	}
	return nil
}
