package reports

import (
	"context"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
	"lanyard/internal/clients"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// mostClients is how many clients an export may have: more are no list that anybody reads, and their
// names would be one answer and one event.
const mostClients = 20000

// ClientList gives a page of all clients, archived ones too, in the order of their names. It fails
// with BAD_USER_INPUT for a page that cannot be.
func ClientList(ctx context.Context, log *activity.Log, account uuid.UUID, args page.Args) (*clients.Found, error) {
	found, err := clients.Page(ctx, log, account, clients.Query{Args: args})
	if err != nil {
		return nil, err
	}
	return found, shown(ctx, account, clientList, nil, len(found.Nodes), listed(found.Nodes)...)
}

func listed(all []*ent.Patient) []uuid.UUID {
	ids := make([]uuid.UUID, len(all))
	for i, c := range all {
		ids[i] = c.ID
	}
	return ids
}

// ExportClientList gives all clients as a file or for paper: how to reach them, and nothing of what
// they come for. It fails with BAD_USER_INPUT for an account that has too many.
func ExportClientList(ctx context.Context, log *activity.Log, account uuid.UUID, use Use) (*File, error) {
	all, err := clients.All(ctx, log, account, mostClients+1)
	if err != nil {
		return nil, err
	}
	if len(all) > mostClients {
		return nil, tooMany()
	}
	f := newFile(clientHeadings...)
	for _, c := range all {
		f.line(clientCells(c))
	}
	return f, f.leave(ctx, use, account, clientList, nil, listed(all)...)
}

func tooMany() error {
	return problem.Invalid("account", "This account has more than %d clients: they cannot leave as one list.", mostClients)
}

var clientHeadings = []string{"Number", "Last name", "First name", "Called", "Date of birth", "Status", "Street", "City", "State", "ZIP", "Phone at home", "Mobile phone", "E-mail", "Responsible party"}

func clientCells(c *ent.Patient) []string {
	birth := ""
	if c.BirthDate != nil {
		birth = string(*c.BirthDate)
	}
	return []string{
		strconv.Itoa(c.Number), c.LastName, c.FirstName, c.PreferredName, birth, strings.ToLower(string(c.Status)),
		c.Street, c.City, c.State, c.Zip, c.HomePhone, c.MobilePhone, c.Email, c.ResponsibleParty,
	}
}
