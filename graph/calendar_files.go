package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/limits"
	"lanyard/internal/calendar"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
	"lanyard/internal/reports"
)

// CalendarRoute is where calendar programs fetch; calendarPath is the address of one calendar.
const CalendarRoute = "/calendar/{file}"

func calendarPath(secret string) string { return "/calendar/" + secret + ".ics" }

// Calendars gives calendars to calendar programs. Who may have one is said by the fields of the schema that give the
// same: they are asked for first, with their rules; only their answer is another.
type Calendars struct{ *downloads }

// NewCalendars is given the viewer by the context of each request, as the address's secret says.
func NewCalendars(r *Resolver, o Options) *Calendars {
	o.Viewer = nil
	d := &downloads{log: r.Log, options: o}
	d.exec, d.present = newExecutorOf(admitting{r}, r, o, directives(), limits.Default, limits.Options{})
	return &Calendars{d}
}

const (
	askTimes = `query($account: ID!) { account(id: $account) { appointments(from: "2000-01-01T00:00:00Z", until: "2000-01-02T00:00:00Z") { __typename } } }`
	askNames = `query($account: ID!) { exportAppointments(account: $account, days: {from: "2000-01-01", until: "2000-01-01"}) { __typename } }`
)

// Calendar is the calendar of an account in iCalendar: with the names of clients where they are wanted and may
// leave, otherwise without. It fails with a problem where not even the times may.
func (f *Calendars) Calendar(ctx context.Context, account uuid.UUID, names bool) ([]byte, error) {
	params := graphql.RawParams{Variables: map[string]any{"account": globalid.OfAccount(account).String()}}
	refusal := func(ask string) gqlerror.List {
		params.Query = ask
		_, errs := f.admit(ctx, &params, false)
		return errs
	}
	names = names && len(refusal(askNames)) == 0
	if errs := refusal(askTimes); len(errs) > 0 {
		if errs[0].Extensions["code"] == problem.Internal {
			return nil, errs[0]
		}
		return nil, problem.New(problem.Forbidden, "%s", errs[0].Message)
	}
	return calendar.Published(ctx, f.log, account, names, time.Now())
}

func (admittingQuery) ExportAppointments(context.Context, globalid.ID, reports.Days, *globalid.ID, reports.Use) (*reports.File, error) {
	return nil, nil //nolint:nilnil // that is the answer
}

type admittingAccount struct{ gen.AccountResolver }

func (a admitting) Account() gen.AccountResolver { return admittingAccount{a.Resolver.Account()} }

func (admittingAccount) Appointments(context.Context, *ent.Account, time.Time, time.Time, *globalid.ID) ([]*ent.Appointment, error) {
	return nil, nil
}
