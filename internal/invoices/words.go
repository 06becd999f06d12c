package invoices

import (
	"strings"
	"time"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
)

// address is one of a practice, a client or a payer.
type address struct{ street, city, state, zip string }

func (a address) isEmpty() bool { return a == address{} }

func (a address) isComplete() bool {
	return a.street != "" && a.city != "" && a.state != "" && a.zip != ""
}

// town is the line below the street.
func (a address) town() string {
	return strings.Join(present(a.city, strings.Join(present(a.state, a.zip), " ")), ", ")
}

func (a address) String() string { return strings.Join(present(a.street, a.town()), ", ") }

// printed is a practice as invoices print it.
type printed struct{ *ent.Practice }

func (p printed) office() address {
	return address{p.OfficeStreet, p.OfficeCity, p.OfficeState, p.OfficeZip}
}

// billing is the office's address unless the practice has said another.
func (p printed) billing() address {
	if own := (address{p.BillingStreet, p.BillingCity, p.BillingState, p.BillingZip}); !own.isEmpty() {
		return own
	}
	return p.office()
}

// provider is the name with the credentials.
func provider(a *ent.Account, p printed) string {
	return strings.Join(present(a.ProviderName, p.Credentials), ", ")
}

// present leaves out what is empty.
func present(texts ...string) []string {
	all := []string{}
	for _, text := range texts {
		if text != "" {
			all = append(all, text)
		}
	}
	return all
}

// day is how forms write a date.
func day(d column.Date) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return ""
	}
	return t.Format("01/02/2006")
}

func dayOf(d *column.Date) string {
	if d == nil {
		return ""
	}
	return day(*d)
}

func yes(v bool) string {
	if v {
		return "Yes"
	}
	return "No"
}
