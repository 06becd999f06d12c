package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/internal/clients"
)

// disclosed is what was given to others of a client, outside of treatment, payment and operations.
type disclosed struct {
	client, daysAgo                   int
	recipient, address, what, purpose string
	// wrong is why it was struck out; empty: it stands.
	wrong string
}

var disclosures = []disclosed{
	{0, 310, "Harbor County Public Health", "12 Ferry Road, Alder Bay", "Diagnosis and date of onset", "Report that the law asks for", ""},
	{0, 120, "Family Court of Harbor County", "1 Court Square, Alder Bay", "Dates of sessions from January to June", "Subpoena, case 00-1187", ""},
	{0, 121, "Family Court of Harbor County", "", "Dates of sessions", "Subpoena", "Entered twice"},
	{3, 64, "State Office for Disability Determination", "", "Summary of treatment, two pages", "Application of the client for benefits", ""},
	{8, 17, "Child Protective Services", "90 Mill Lane, Alder Bay", "What was told on the day before", "Report that the law asks for", ""},
}

// disclose records what was disclosed of a few clients.
func (f *filler) disclose(ctx context.Context) error {
	for _, a := range f.accounts {
		for _, d := range disclosures {
			if err := f.recordDisclosure(ctx, a, d); err != nil {
				return fmt.Errorf("record a disclosure in the account of %s: %w", a.provider, err)
			}
		}
	}
	return nil
}

func (f *filler) recordDisclosure(ctx context.Context, a *account, d disclosed) error {
	day := column.DateOf(time.Now().AddDate(0, 0, -d.daysAgo))
	in := clients.DisclosureInput{Key: uuid.NewString(), DisclosedOn: day, Recipient: d.recipient, Address: &d.address, What: d.what, Purpose: d.purpose}
	var recorded *ent.Disclosure
	err := f.as(ctx, a.registrar, func(ctx context.Context) (err error) {
		recorded, err = clients.RecordDisclosure(ctx, f.log, a.id, a.clients[d.client], in)
		return err
	})
	if err != nil || d.wrong == "" {
		return err
	}
	return f.as(ctx, a.registrar, func(ctx context.Context) error {
		_, err := clients.StrikeDisclosure(ctx, f.log, a.id, recorded.ID, d.wrong)
		return err
	})
}
