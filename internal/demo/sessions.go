package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/internal/clientsessions"
)

// daysBehind is how long a provider takes to make sessions of appointments.
const daysBehind = 3

// holdSessions makes a session of each appointment that took place, but for the last days'.
func (f *filler) holdSessions(ctx context.Context) error {
	zone, err := time.LoadLocation(timeZone)
	if err != nil {
		return err
	}
	for i, a := range f.accounts {
		//nolint:gosec // the same sessions each time is what is wanted, and nothing is kept secret by it
		m := maker{Rand: rand.New(rand.NewPCG(seed, uint64(300+i)))}
		entries := m.sessions(a, zone)
		err := f.as(ctx, a.owner, func(ctx context.Context) error { return clientsessions.TakeOver(ctx, f.log, a.id, entries) })
		if err != nil {
			return fmt.Errorf("make the sessions of %s: %w", a.provider, err)
		}
	}
	return nil
}

func (m maker) sessions(a *account, zone *time.Location) []clientsessions.Entry {
	diagnoses := map[uuid.UUID][]string{}
	for _, client := range treated(a) {
		diagnoses[client] = m.diagnoses()
	}
	var all []clientsessions.Entry
	for _, ap := range a.kept {
		if ap.Start.Before(time.Now().AddDate(0, 0, -daysBehind)) {
			all = append(all, m.session(a, ap, zone, diagnoses[ap.ClientID]))
		}
	}
	return all
}

// diagnoses are one code, or two for some.
func (m maker) diagnoses() []string {
	first := m.IntN(len(usual))
	if m.percent(70) {
		return []string{usual[first]}
	}
	return []string{usual[first], usual[(first+1)%len(usual)]}
}

// copay is what the insured pay themselves at each session, in cents.
const copay = 2500

func (m maker) session(a *account, ap *ent.Appointment, zone *time.Location, diagnoses []string) clientsessions.Entry {
	to, paid := clientsession.BillToCLIENT, 0
	if a.insured[ap.ClientID] != "" {
		to = clientsession.BillToINSURANCE
		if m.percent(40) {
			paid = copay
		}
	}
	return clientsessions.Entry{
		Made: clientsessions.Made{Client: ap.ClientID, Appointment: &ap.ID},
		ClientSessionInput: clientsessions.ClientSessionInput{
			ServiceDate: column.DateOf(ap.Start.In(zone)), BillingCode: *ap.ServiceCode, DiagnosisCodes: diagnoses,
			Minutes: &ap.Minutes, BillTo: &to, PaidAtSession: paid,
		},
	}
}
