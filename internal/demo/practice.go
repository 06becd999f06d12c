package demo

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/google/uuid"
)

// Practice is the demonstration practice: its accounts, and who can sign in to them.
type Practice struct {
	Name      string
	Accounts  []Account
	Usernames []Username
}

// Account is a provider's account. The codes of the first were copied to the others.
type Account struct {
	ID           uuid.UUID
	ProviderName string
	// Owner is the name of the owner username.
	Owner string
}

// Username is a way to sign in. The password is in the database as a hash only: this is the
// last that is seen of it.
type Username struct {
	Name, Password string
	// Purpose is a sentence on what the username shows.
	Purpose string
}

func (f *filler) practice() Practice {
	p := Practice{Name: practiceName}
	for _, a := range f.accounts {
		p.Accounts = append(p.Accounts, Account{ID: a.id, ProviderName: a.provider, Owner: a.owner.username})
	}
	for _, one := range f.people() {
		p.Usernames = append(p.Usernames, Username{Name: one.username, Password: one.password, Purpose: one.purpose})
	}
	return p
}

// Write prints how to sign in, as a table.
func (p Practice) Write(w io.Writer) error {
	table := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	_, _ = fmt.Fprintf(table, "%s is ready. How to sign in:\n\nUSERNAME\tPASSWORD\tWHAT FOR\n", p.Name)
	for _, u := range p.Usernames {
		_, _ = fmt.Fprintf(table, "%s\t%s\t%s\n", u.Name, u.Password, u.Purpose)
	}
	_, _ = fmt.Fprint(table, "\nKeep this: the passwords are chosen anew each time and are shown nowhere else.\n")
	return table.Flush()
}
