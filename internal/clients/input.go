package clients

import (
	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/form"
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

// Most characters of the file notes, and of an SSN or other number.
const (
	maxNotes    = 10_000
	maxIDNumber = 40
)

// earliestBirth is the first date of birth that is accepted: nobody alive is older.
const earliestBirth column.Date = "1890-01-01"

// onto gives the client as the input wants it, everything checked. The client itself is left
// as it is.
func (in ClientInput) onto(client *ent.Patient) (*ent.Patient, error) {
	var c form.Checks
	p := *client
	p.FirstName = name(&c, "firstName", in.FirstName)
	p.LastName = name(&c, "lastName", in.LastName)
	p.PreferredName = c.Line("preferredName", in.PreferredName, form.MaxLine)
	p.BirthDate = birth(&c, "birthDate", in.BirthDate)
	p.Street = c.Line("street", in.Street, form.MaxLine)
	p.City = c.Line("city", in.City, form.MaxLine)
	p.State = c.State("state", in.State)
	p.Zip = c.Zip("zip", in.Zip)
	p.HomePhone = c.Phone("homePhone", in.HomePhone)
	p.MobilePhone = c.Phone("mobilePhone", in.MobilePhone)
	p.Email = c.Email("email", in.Email)
	p.ResponsibleParty = c.Line("responsibleParty", in.ResponsibleParty, form.MaxLine)
	p.FileNotes = c.Text("fileNotes", in.FileNotes, maxNotes)
	if in.IDNumber != nil {
		p.IDNumber = c.Line("idNumber", in.IDNumber, maxIDNumber)
	}
	p.Sex, p.InvoiceOption, p.SignatureOnFile = in.Sex, in.InvoiceOption, in.SignatureOnFile
	c.Known("sex", patient.SexValidator(in.Sex))
	c.Known("invoiceOption", patient.InvoiceOptionValidator(in.InvoiceOption))
	return &p, c.Fault()
}

func name(c *form.Checks, field, value string) string {
	return c.Needed(field, c.Line(field, &value, form.MaxLine), "Enter a name.")
}

func birth(c *form.Checks, field string, value *column.Date) *column.Date {
	if value == nil || *value == "" {
		return nil
	}
	day := c.Day(field, *value, earliestBirth, form.Today(), "A date of birth lies between 1890 and today.")
	return &day
}
