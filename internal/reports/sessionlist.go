package reports

import (
	"context"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
	"lanyard/internal/clientsessions"
	"lanyard/internal/problem"
)

// mostRows is how many rows of a list leave at once.
const mostRows = 20000

// ExportSessions gives the list of client sessions as a file or for paper, as it is filtered. It fails
// with BAD_USER_INPUT for a filter that cannot be, and where there are too many.
func ExportSessions(ctx context.Context, log *activity.Log, account uuid.UUID, q clientsessions.Query, use Use) (*File, error) {
	all, err := clientsessions.All(ctx, log, account, q, mostRows+1)
	if err != nil {
		return nil, err
	}
	if len(all) > mostRows {
		return nil, problem.Invalid("account", "There are more than %d sessions. Choose fewer, by their days.", mostRows)
	}
	f := newFile(append([]string{"Number", "Client"}, sessionHeadings...)...)
	named := make([]uuid.UUID, len(all))
	for i, s := range all {
		f.line(append([]string{strconv.Itoa(s.Edges.Client.Number), s.Edges.Client.DisplayName}, sessionCells(s)...))
		named[i] = s.ClientID
	}
	return f, f.leave(ctx, use, account, sessionList, nil, distinct(named)...)
}

var sessionHeadings = []string{
	"Date of service", "Billing code", "Diagnoses", "Modifiers", "Location", "Place of service", "Minutes", "Units", "Billed to", "Status", "Charge", "Paid at session",
}

func sessionCells(s *ent.ClientSession) []string {
	location, minutes := "", ""
	if s.LocationName != nil {
		location = *s.LocationName
	}
	if s.Minutes != nil {
		minutes = strconv.Itoa(*s.Minutes)
	}
	return append([]string{
		string(s.ServiceDate), s.BillingCode, strings.Join(s.DiagnosisCodes, " "), strings.Join(s.Modifiers, " "), location, s.PlaceOfService,
		minutes, strconv.Itoa(s.Units), plain(string(s.BillTo)), plain(string(s.Status)),
	}, dollars(s.Charge, s.PaidAtSession)...)
}
