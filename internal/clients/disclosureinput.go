package clients

import (
	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/internal/form"
)

// DisclosureInput is what is recorded of a disclosure. nil and empty are the same.
type DisclosureInput struct {
	// Key is made by the form: sent twice, it is the same disclosure.
	Key         string
	DisclosedOn column.Date
	Recipient   string
	Address     *string
	What        string
	Purpose     string
}

// Most characters of the recipient and their address, and of the texts.
const (
	maxRecipient      = 200
	maxDisclosureText = 500
)

// earliestDisclosure is the day from which on disclosures are to be accounted for.
const earliestDisclosure column.Date = "2003-04-14"

func (in DisclosureInput) checked(account uuid.UUID) (*ent.Disclosure, error) {
	var c form.Checks
	d := &ent.Disclosure{
		ID:          c.Key(account, in.Key),
		DisclosedOn: c.Day("disclosedOn", in.DisclosedOn, earliestDisclosure, form.Today(), "A disclosure is recorded once it was made, and none is from before April 14, 2003."),
		Recipient:   c.Needed("recipient", c.Line("recipient", &in.Recipient, maxRecipient), "Say to whom it was disclosed."),
		Address:     c.Line("address", in.Address, maxRecipient),
		What:        c.Needed("what", c.Text("what", &in.What, maxDisclosureText), "Say what was disclosed."),
		Purpose:     c.Needed("purpose", c.Text("purpose", &in.Purpose, maxDisclosureText), "Say what it was disclosed for."),
	}
	return d, c.Fault()
}
