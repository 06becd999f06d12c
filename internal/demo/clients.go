package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/clients"
	"lanyard/internal/demo/data"
)

// clientCount is how many clients each account has.
const clientCount = 200

// seed makes the same people each time, so that what is shown or measured once can be again.
const seed = 20_260_101

// invented is a client who does not exist.
type invented struct {
	clients.ClientInput
	archived bool
}

// addClients adds the clients of each account, and archives those who have finished.
func (f *filler) addClients(ctx context.Context) error {
	for i, a := range f.accounts {
		for _, c := range invent(uint64(i)) {
			if err := f.addClient(ctx, a, c); err != nil {
				return fmt.Errorf("add a client to the account of %s: %w", a.provider, err)
			}
		}
	}
	return nil
}

func (f *filler) addClient(ctx context.Context, a *account, c invented) error {
	var added *ent.Patient
	err := f.as(ctx, a.registrar, func(ctx context.Context) (err error) {
		added, err = clients.AddClient(ctx, f.log, a.id, c.ClientInput)
		return err
	})
	if err != nil {
		return err
	}
	if !c.archived {
		a.clients = append(a.clients, added.ID)
		return nil
	}
	return f.as(ctx, a.registrar, func(ctx context.Context) error {
		_, err := clients.ArchiveClient(ctx, f.log, a.id, added.ID, added.Version, true)
		return err
	})
}

// invent makes up the clients of an account; each number gives other ones.
func invent(account uint64) []invented {
	//nolint:gosec // the same people each time is what is wanted, and nothing is kept secret by it
	m := maker{rand.New(rand.NewPCG(seed, account)), data.FirstNames(), data.LastNames(), data.Streets(), data.Cities()}
	all := make([]invented, clientCount)
	for i := range all {
		all[i] = m.client()
	}
	return all
}

// maker makes up clients by drawing lots.
type maker struct {
	*rand.Rand
	firstNames         []data.FirstName
	lastNames, streets []string
	cities             []data.City
}

func (m maker) client() invented {
	name, last, city := draw(m, m.firstNames), draw(m, m.lastNames), draw(m, m.cities)
	child := m.percent(20)
	born := m.born(child)
	c := invented{archived: m.percent(12)}
	c.FirstName, c.LastName, c.BirthDate, c.Sex = name.Name, last, &born, patient.Sex(name.Sex)
	c.Street = new(fmt.Sprintf("%d %s", 1+m.IntN(980), draw(m, m.streets)))
	c.City, c.State, c.Zip = &city.Name, &city.State, &city.Zip
	c.MobilePhone = new(city.Phone(m.IntN(100)))
	c.Email = new(m.email(name.Name, last, born))
	c.InvoiceOption, c.SignatureOnFile = m.invoiceOption(), m.percent(96)
	if child {
		c.ResponsibleParty, c.InvoiceOption = new(draw(m, m.firstNames).Name+" "+last), patient.InvoiceOptionINSURANCE
	}
	m.extras(&c, city)
	return c
}

// extras are the fields that are filled in for some only.
func (m maker) extras(c *invented, city data.City) {
	if m.percent(35) {
		c.HomePhone = new(city.Phone(m.IntN(100)))
	}
	if m.percent(8) {
		c.PreferredName = new(draw(m, m.firstNames).Name)
	}
	if m.percent(4) {
		c.Sex = patient.SexUNKNOWN
	}
	if m.percent(30) {
		// No social security number begins with 000.
		c.IDNumber = new(fmt.Sprintf("000-%02d-%04d", 1+m.IntN(99), 1+m.IntN(9999)))
	}
	if m.percent(25) {
		c.FileNotes = new(draw(m, fileNotes))
	}
}

var fileNotes = []string{
	"Prefers appointments in the morning.",
	"Asks for statements by mail.",
	"Please call the mobile phone only.",
	"Needs a room on the ground floor.",
	"Comes with an interpreter.",
	"Asks for a reminder the day before.",
	"Pays at each visit.",
	"Works nights: no calls before noon.",
}

// born is a day in the years in which children, or else adults, of the demonstration were born.
func (m maker) born(child bool) column.Date {
	first, years := 1940, 66
	if child {
		first, years = 2009, 11
	}
	day := time.Date(first+m.IntN(years), time.January, 1+m.IntN(365), 0, 0, 0, 0, time.UTC)
	return column.DateOf(day)
}

// email is an address that reaches nobody: example.com and .org are kept for it (RFC 2606).
func (m maker) email(first, last string, born column.Date) string {
	return fmt.Sprintf("%s.%s%s@%s", plain(first), plain(last), born[2:4], draw(m, []string{"example.com", "example.org"}))
}

// plain is a name in small letters from a to z.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' {
			return -1
		}
		return r
	}, strings.ToLower(norm.NFD.String(name)))
}

func (m maker) invoiceOption() patient.InvoiceOption {
	switch n := m.IntN(100); {
	case n < 55:
		return patient.InvoiceOptionINSURANCE
	case n < 95:
		return patient.InvoiceOptionCLIENT
	default:
		return patient.InvoiceOptionNONE
	}
}

func (m maker) percent(n int) bool { return m.IntN(100) < n }

func draw[T any](m maker, list []T) T { return list[m.IntN(len(list))] }
