package clientsessions

import (
	"regexp"
	"slices"
	"strings"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/internal/form"
	"lanyard/internal/globalid"
)

// ClientSessionInput is all fields of a session as they should be. Those that are nil are as the
// billing code says.
type ClientSessionInput struct {
	ServiceDate column.Date
	BillingCode string
	// DiagnosisCodes are up to four codes of the account, the main one first; Modifiers too.
	DiagnosisCodes, Modifiers []string
	// Location is where it was; nil: none of the account's locations.
	Location *globalid.ID
	// PlaceOfService is a CMS number of two digits; nil: that of the location, if there is one.
	PlaceOfService *string
	Minutes, Units *int
	// Charge is in cents, for all units.
	Charge *int
	BillTo *clientsession.BillTo
	// PaidAtSession is in cents.
	PaidAtSession int
}

const (
	earliest column.Date = "2000-01-01"
	// most codes of a kind are what the CMS-1500 form has room for.
	most       = 4
	maxMinutes = 24 * 60
	maxUnits   = 999
	// maxCharge is in cents: ten million dollars are a slip of the keyboard.
	maxCharge = 100_000_000
)

var placeShape = regexp.MustCompile(`^[0-9]{2}$`)

// onto gives the session as the input wants it under a billing code and at a location, everything
// checked but whether the account has the other codes. The session itself is left as it is.
func (in ClientSessionInput) onto(s *ent.ClientSession, code *ent.BillingCode, at *ent.Location) (*ent.ClientSession, error) {
	var c form.Checks
	wanted := *s
	wanted.BillingCode = code.NaturalKey
	wanted.ServiceDate = c.Day("serviceDate", in.ServiceDate, earliest, form.Today(), "A session is on a day from the year 2000 until today.")
	wanted.DiagnosisCodes = codes(&c, "diagnosisCodes", in.DiagnosisCodes)
	wanted.Modifiers = codes(&c, "modifiers", in.Modifiers)
	place := code.PlaceOfService
	if wanted.LocationID, wanted.LocationName = nil, nil; at != nil {
		wanted.LocationID, wanted.LocationName, place = &at.ID, &at.Name, at.PlaceOfService
	}
	place = or(in.PlaceOfService, place)
	wanted.PlaceOfService = c.Needed("placeOfService", c.Like("placeOfService", &place, placeShape, placeSentence), placeSentence)
	if wanted.Minutes = in.Minutes; in.Minutes == nil {
		wanted.Minutes = code.DefaultMinutes
	}
	if wanted.Minutes != nil {
		within(&c, "minutes", *wanted.Minutes, 1, maxMinutes, "A session takes 1 minute to 24 hours.")
	}
	wanted.Units = within(&c, "units", or(in.Units, code.Units), 1, maxUnits, "Bill 1 to 999 units.")
	charge := or(in.Charge, code.DefaultCharge*wanted.Units)
	wanted.Charge = int64(within(&c, "charge", charge, 0, maxCharge, "A charge is from $0 to $1,000,000."))
	wanted.PaidAtSession = int64(within(&c, "paidAtSession", in.PaidAtSession, 0, charge, "What is paid at the session is from $0 to its charge."))
	wanted.BillTo = billTo(&c, in.BillTo, code)
	if wanted.BillTo == clientsession.BillToINSURANCE && len(wanted.DiagnosisCodes) == 0 {
		c.Fail("diagnosisCodes", "Insurance asks for a diagnosis: choose one to four codes.")
	}
	return &wanted, c.Fault()
}

const placeSentence = "Use the two digits of a place of service, such as 11."

// billTo is who is billed: for a code for the client only nobody else is.
func billTo(c *form.Checks, chosen *clientsession.BillTo, code *ent.BillingCode) clientsession.BillTo {
	usual := clientsession.BillToINSURANCE
	if code.BillTo == billingcode.BillToCLIENT_ONLY {
		usual = clientsession.BillToCLIENT
	}
	to := or(chosen, usual)
	c.Known("billTo", clientsession.BillToValidator(to))
	if to == clientsession.BillToINSURANCE && code.BillTo == billingcode.BillToCLIENT_ONLY {
		c.Fail("billTo", "%s is billed to the client only.", code.Code)
	}
	return to
}

// codes are codes in capitals, each once.
func codes(c *form.Checks, field string, typed []string) []string {
	chosen := []string{}
	for _, t := range typed {
		code := strings.ToUpper(c.Line(field, &t, form.MaxLine))
		switch {
		case code == "":
			c.Fail(field, "A code is missing.")
		case slices.Contains(chosen, code):
			c.Fail(field, "%s is chosen twice.", code)
		}
		chosen = append(chosen, code)
	}
	if len(chosen) > most {
		c.Fail(field, "Choose at most four codes.")
	}
	return chosen
}

func within(c *form.Checks, field string, n, least, most int, sentence string) int {
	if n < least || n > most {
		c.Fail(field, "%s", sentence)
	}
	return n
}

func or[T any](chosen *T, usual T) T {
	if chosen == nil {
		return usual
	}
	return *chosen
}
