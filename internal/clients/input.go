package clients

import (
	"net/mail"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/problem"
)

// ClientInput is all fields of a client as they should be. nil and empty are the same, but
// for IDNumber.
type ClientInput struct {
	FirstName     string
	LastName      string
	PreferredName *string
	BirthDate     *column.Date
	Sex           patient.Sex
	Street        *string
	City          *string
	// State is two letters, Zip five or nine digits.
	State       *string
	Zip         *string
	HomePhone   *string
	MobilePhone *string
	Email       *string
	// IDNumber is nil to leave the number as it is and empty to remove it: nobody who edits
	// a client gets to see it whole.
	IDNumber         *string
	ResponsibleParty *string
	InvoiceOption    patient.InvoiceOption
	SignatureOnFile  bool
	FileNotes        *string
}

// Most characters of a name or another line, of the file notes, and of an SSN or other number.
const (
	maxLine     = 100
	maxNotes    = 10_000
	maxIDNumber = 40
)

// earliestBirth is the first date of birth that is accepted: nobody alive is older.
const earliestBirth column.Date = "1890-01-01"

// onto gives the client as the input wants it, everything checked. The client itself is left
// as it is.
func (in ClientInput) onto(client *ent.Patient) (*ent.Patient, error) {
	var c checks
	p := *client
	p.FirstName = c.name("firstName", in.FirstName)
	p.LastName = c.name("lastName", in.LastName)
	p.PreferredName = c.line("preferredName", in.PreferredName, maxLine)
	p.BirthDate = c.birth("birthDate", in.BirthDate)
	p.Street = c.line("street", in.Street, maxLine)
	p.City = c.line("city", in.City, maxLine)
	p.State = strings.ToUpper(c.like("state", in.State, twoLetters, "Use the state's two letters, such as NY."))
	p.Zip = c.like("zip", in.Zip, zipCode, "Use five or nine digits, such as 10001 or 10001-1234.")
	p.HomePhone = c.phone("homePhone", in.HomePhone)
	p.MobilePhone = c.phone("mobilePhone", in.MobilePhone)
	p.Email = c.email("email", in.Email)
	p.ResponsibleParty = c.line("responsibleParty", in.ResponsibleParty, maxLine)
	p.FileNotes = c.text("fileNotes", in.FileNotes, maxNotes)
	if in.IDNumber != nil {
		p.IDNumber = c.line("idNumber", in.IDNumber, maxIDNumber)
	}
	p.Sex, p.InvoiceOption, p.SignatureOnFile = in.Sex, in.InvoiceOption, in.SignatureOnFile
	c.known("sex", patient.SexValidator(in.Sex))
	c.known("invoiceOption", patient.InvoiceOptionValidator(in.InvoiceOption))
	return &p, c.fault
}

var (
	twoLetters = regexp.MustCompile(`^[A-Za-z]{2}$`)
	zipCode    = regexp.MustCompile(`^[0-9]{5}(-?[0-9]{4})?$`)
)

// checks reads the fields of an input and keeps the first fault.
type checks struct{ fault error }

func (c *checks) fail(field, sentence string, args ...any) {
	if c.fault == nil {
		c.fault = problem.Invalid(field, sentence, args...)
	}
}

// text is text of several lines, composed (NFC) so that the same letters are the same bytes.
func (c *checks) text(field string, value *string, most int) string {
	if value == nil {
		return ""
	}
	text := norm.NFC.String(strings.TrimSpace(*value))
	if utf8.RuneCountInString(text) > most {
		c.fail(field, "Use at most %d characters.", most)
	}
	if !utf8.ValidString(text) || strings.ContainsFunc(text, unprintable) {
		c.fail(field, "This contains characters that are not text.")
	}
	return text
}

func unprintable(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' }

func (c *checks) line(field string, value *string, most int) string {
	text := c.text(field, value, most)
	if strings.ContainsAny(text, "\r\n\t") {
		c.fail(field, "Use one line only.")
	}
	return text
}

func (c *checks) name(field, value string) string {
	text := c.line(field, &value, maxLine)
	if text == "" {
		c.fail(field, "Enter a name.")
	}
	return text
}

func (c *checks) like(field string, value *string, form *regexp.Regexp, sentence string) string {
	text := c.line(field, value, maxLine)
	if text != "" && !form.MatchString(text) {
		c.fail(field, "%s", sentence)
	}
	return text
}

// phone keeps the number as it was typed. E.164 allows 15 digits; the shortest local numbers
// have 7.
func (c *checks) phone(field string, value *string) string {
	text := c.line(field, value, maxLine)
	digits, ok := phoneDigits(text)
	if text != "" && (!ok || len(digits) < 7 || len(digits) > 15) {
		c.fail(field, "Enter a phone number of 7 to 15 digits.")
	}
	return text
}

// email accepts an address alone (RFC 5321, at most 254 bytes), without a display name.
func (c *checks) email(field string, value *string) string {
	text := c.line(field, value, 254)
	if text == "" {
		return ""
	}
	if a, err := mail.ParseAddress(text); err != nil || a.Address != text || len(text) > 254 {
		c.fail(field, "This is not an e-mail address.")
	}
	return text
}

func (c *checks) birth(field string, value *column.Date) *column.Date {
	if value == nil || *value == "" {
		return nil
	}
	day, err := column.ParseDate(string(*value))
	if err != nil {
		c.fail(field, "This is not a date like 1980-01-31.")
	}
	// It is today somewhere as much as 14 hours before it is in UTC.
	latest := column.Date(time.Now().UTC().Add(14 * time.Hour).Format(time.DateOnly))
	if day < earliestBirth || day > latest {
		c.fail(field, "A date of birth lies between 1890 and today.")
	}
	return &day
}

// known refuses what is none of an enum's values.
func (c *checks) known(field string, err error) {
	if err != nil {
		c.fail(field, "This is not one of the values.")
	}
}
