package calendar

import (
	"strings"
	"time"

	"github.com/google/uuid"
	"golang.org/x/text/unicode/norm"

	"lanyard/ent/gen/ent"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
)

// AppointmentInput is all fields of an appointment as they should be.
type AppointmentInput struct {
	Client globalid.ID
	// Start is at a whole minute.
	Start   time.Time
	Minutes int
	// Service is a service code of the account; nil: none.
	Service *globalid.ID
	// ServiceCode is a billing code of the account; nil and empty: none.
	ServiceCode *string
	// Location is nil or empty for none.
	Location *string
}

// How long an appointment may take, and the most characters of its texts.
const (
	minMinutes  = 5
	maxMinutes  = 24 * 60
	maxLocation = 100
	maxCode     = 20
)

// Appointments lie between these: a year typed wrongly is not one of them.
var (
	earliest = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	latest   = time.Date(2100, time.January, 1, 0, 0, 0, 0, time.UTC)
)

// onto gives the appointment as the input wants it, everything checked but whether the account
// has its client and its codes. The appointment itself is left as it is.
func (in AppointmentInput) onto(account uuid.UUID, a *ent.Appointment) (*ent.Appointment, error) {
	if err := in.checkTime(); err != nil {
		return nil, err
	}
	code, err := text("serviceCode", in.ServiceCode, maxCode)
	if err != nil {
		return nil, err
	}
	location, err := text("location", in.Location, maxLocation)
	if err != nil {
		return nil, err
	}
	wanted := *a
	wanted.ClientID = in.Client.In("Client", account)
	wanted.Start, wanted.Minutes, wanted.Location = in.Start.UTC(), in.Minutes, location
	wanted.ServiceID, wanted.ServiceCode = nil, nil
	if in.Service != nil {
		id := in.Service.In(serviceType, account)
		wanted.ServiceID = &id
	}
	if code != "" {
		code = strings.ToUpper(code)
		wanted.ServiceCode = &code
	}
	return &wanted, nil
}

func (in AppointmentInput) checkTime() error {
	switch {
	case in.Start.Before(earliest) || !in.Start.Before(latest):
		return problem.Invalid("start", "An appointment lies in the years 2000 to 2099.")
	case !in.Start.Equal(in.Start.Truncate(time.Minute)):
		return problem.Invalid("start", "An appointment starts at a whole minute.")
	case in.Minutes < minMinutes || in.Minutes > maxMinutes:
		return problem.Invalid("minutes", "An appointment takes %d to %d minutes.", minMinutes, maxMinutes)
	}
	return nil
}

func text(field string, value *string, most int) (string, error) {
	if value == nil || strings.TrimSpace(*value) == "" {
		return "", nil
	}
	line := norm.NFC.String(strings.TrimSpace(*value))
	return line, problem.CheckText(field, line, most)
}
