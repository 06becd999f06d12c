// Package access holds the one decision of who may do what: sections, access levels, the
// decision itself and the rules of granting. It is pure: it reads no database, no clock and
// nothing else of ours.
package access

import (
	"database/sql/driver"
	"fmt"
	"io"
	"strconv"
)

// Section is a portion of the practice that privileges govern.
type Section uint8

// The thirteen sections, in the order in which people see them.
const (
	PracticeSetup Section = iota
	CodesSetup
	Clients
	Insurance
	Calendar
	ClientSessions
	Notes
	PsychotherapyNotes
	Invoices
	Payments
	Reports
	AccountAccess
	ActivityLog

	// SectionCount is the number of sections.
	SectionCount = int(iota)
)

var sections = [SectionCount]struct{ name, title string }{
	PracticeSetup:      {"PRACTICE_SETUP", "Practice Setup"},
	CodesSetup:         {"CODES_SETUP", "Codes Setup"},
	Clients:            {"CLIENTS", "Clients"},
	Insurance:          {"INSURANCE", "Insurance & Authorizations"},
	Calendar:           {"CALENDAR", "Calendar"},
	ClientSessions:     {"CLIENT_SESSIONS", "Client Sessions"},
	Notes:              {"NOTES", "Session Notes"},
	PsychotherapyNotes: {"PSYCHOTHERAPY_NOTES", "Psychotherapy Notes"},
	Invoices:           {"INVOICES", "Invoices & Claims"},
	Payments:           {"PAYMENTS", "Payments & Balances"},
	Reports:            {"REPORTS", "Reports & Exports"},
	AccountAccess:      {"ACCOUNT_ACCESS", "Account Access"},
	ActivityLog:        {"ACTIVITY_LOG", "Activity Log"},
}

// Sections lists all sections in their order.
func Sections() []Section {
	all := make([]Section, SectionCount)
	for i := range all {
		all[i] = Section(i)
	}
	return all
}

// ParseSection reads a section's name, such as "CODES_SETUP".
func ParseSection(name string) (Section, error) {
	for i, s := range sections {
		if s.name == name {
			return Section(i), nil
		}
	}
	return 0, fmt.Errorf("there is no section %q", name)
}

// String is the section's name in the API, the database and the log.
func (s Section) String() string {
	if int(s) >= SectionCount {
		return "SECTION_" + strconv.Itoa(int(s))
	}
	return sections[s].name
}

// Title is the section's name on screen.
func (s Section) Title() string {
	if int(s) >= SectionCount {
		return s.String()
	}
	return sections[s].title
}

// Value stores the section by name: numbers would change their meaning with the order.
func (s Section) Value() (driver.Value, error) { return s.String(), nil }

// Scan reads a stored section.
func (s *Section) Scan(src any) error { return scanName(src, s, ParseSection) }

// MarshalGQL writes the section as an enum value.
func (s Section) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(s.String())) }

// UnmarshalGQL reads an enum value.
func (s *Section) UnmarshalGQL(v any) error { return scanName(v, s, ParseSection) }

func scanName[T any](src any, into *T, parse func(string) (T, error)) error {
	name, ok := src.(string)
	if !ok {
		return fmt.Errorf("a name was expected, not %T", src)
	}
	v, err := parse(name)
	if err != nil {
		return err
	}
	*into = v
	return nil
}
