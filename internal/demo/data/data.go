// Package data holds the lists that the demonstration practice is made of: code lists of the US
// government, which are in the public domain, and names, payers and billing codes of our own
// invention. Nothing here belongs to a real person or insurer, and nothing comes from CPT.
package data

import (
	"embed"
	"encoding/csv"
	"fmt"
	"strconv"
)

//go:embed *.csv
var files embed.FS

// DiagnosisCode is an entry of ICD-10-CM, chapter 5 (F01-F99), with its official description.
type DiagnosisCode struct {
	Code, Description string
	// EffectiveFrom is a date as in 2015-10-01, the day ICD-10-CM came into use.
	EffectiveFrom string
}

// DiagnosisCodes are the codes of a psychotherapy practice, in order, each billable.
func DiagnosisCodes() []DiagnosisCode {
	return read("diagnosis_codes.csv", 3, func(row []string) DiagnosisCode {
		return DiagnosisCode{Code: row[0], EffectiveFrom: row[1], Description: row[2]}
	})
}

// BillingCode is an invented service. Its numbers lie between 02001 and 02099, where neither
// CPT (anaesthesia ends at 01999, surgery begins at 10004) nor the dental codes have any.
type BillingCode struct {
	Code, Description string
	Minutes           int // default length; 0: the service has none
	Charge            int // default charge in cents
	Units             int
	PlaceOfService    string // number of a PlaceOfService
	BillTo            string // AUTOMATIC or CLIENT_ONLY
}

// BillingCodes are the services of a psychotherapy practice, in order.
func BillingCodes() []BillingCode {
	return read("billing_codes.csv", 7, func(row []string) BillingCode {
		return BillingCode{
			Code: row[0], Description: row[1], Minutes: number(row[2]), Charge: number(row[3]),
			Units: number(row[4]), PlaceOfService: row[5], BillTo: row[6],
		}
	})
}

// Payer is an invented insurance company.
type Payer struct {
	Name, Kind, PayerID      string // Kind is ELECTRONIC, with a PayerID, or PAPER, with an address
	Street, City, State, Zip string
	Phone, Fax               string
	ClaimForm                string // CMS1500_PLAIN or CMS1500_PREPRINTED
	ClaimFilingCode          string // such as CI, commercial insurance
	Note                     string // what pops up where the payer is chosen
}

// Payers are the insurance payers.
func Payers() []Payer {
	return read("payers.csv", 12, func(row []string) Payer {
		return Payer{
			Name: row[0], Kind: row[1], PayerID: row[2],
			Street: row[3], City: row[4], State: row[5], Zip: row[6], Phone: row[7], Fax: row[8],
			ClaimForm: row[9], ClaimFilingCode: row[10], Note: row[11],
		}
	})
}

// PlaceOfService is an entry of the place-of-service code set of the Centers for Medicare &
// Medicaid Services.
type PlaceOfService struct{ Number, Name string }

// PlacesOfService are all assigned numbers, in order.
func PlacesOfService() []PlaceOfService {
	return read("places_of_service.csv", 2, func(row []string) PlaceOfService {
		return PlaceOfService{Number: row[0], Name: row[1]}
	})
}

// FirstName is a first name with the Sex that a client of that name gets: FEMALE, MALE or OTHER.
type FirstName struct{ Name, Sex string }

// FirstNames are for invented people.
func FirstNames() []FirstName {
	return read("first_names.csv", 2, func(row []string) FirstName {
		return FirstName{Name: row[0], Sex: row[1]}
	})
}

// LastNames are for invented people.
func LastNames() []string { return read("last_names.csv", 1, first) }

// Streets are street names without a house number.
func Streets() []string { return read("streets.csv", 1, first) }

// City is a real town with one of its ZIP codes and its telephone area code.
type City struct{ Name, State, Zip, AreaCode string }

// Cities are the towns that the invented people live in.
func Cities() []City {
	return read("cities.csv", 4, func(row []string) City {
		return City{Name: row[0], State: row[1], Zip: row[2], AreaCode: row[3]}
	})
}

// Phone is one of the hundred numbers of the town that are kept for fiction (555-0100 to
// 555-0199) and reach nobody. Any n will do.
func (c City) Phone(n int) string {
	return fmt.Sprintf("%s-555-01%02d", c.AreaCode, (n%100+100)%100)
}

// read turns each row of an embedded list, without its heading, into a T. A damaged list is a
// mistake of ours, caught by the test: it panics.
func read[T any](name string, columns int, entry func([]string) T) []T {
	file, err := files.Open(name)
	if err != nil {
		panic(fmt.Errorf("open demonstration data: %w", err))
	}
	rows := csv.NewReader(file)
	rows.FieldsPerRecord = columns
	all, err := rows.ReadAll()
	if err != nil {
		panic(fmt.Errorf("read demonstration data %s: %w", name, err))
	}
	list := make([]T, 0, len(all))
	for _, row := range all[1:] {
		list = append(list, entry(row))
	}
	return list
}

func first(row []string) string { return row[0] }

func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		panic(fmt.Errorf("read demonstration data: %w", err))
	}
	return n
}
