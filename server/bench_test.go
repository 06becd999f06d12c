package main

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clients"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
)

// practice is what is measured on: three accounts of 200 clients, and a biller who may see
// the clients of each and is signed in.
type practice struct {
	*dbtest.World
	accounts []*dbtest.Account
	biller   *access.Viewer
	token    string
	// documents are what the app that is measured may send.
	documents registered
}

// accountClients is how many clients an account has.
const accountClients = 200

func newPractice(tb testing.TB) *practice {
	tb.Helper()
	p := &practice{World: dbtest.New(tb)}
	for _, name := range []string{"anna", "ben", "carla"} {
		a := p.Account(name)
		p.accounts = append(p.accounts, a)
		for i := range accountClients {
			p.addClient(tb, a, i)
		}
	}
	levels := access.Levels{access.Clients: access.Full, access.ActivityLog: access.View, access.AccountAccess: access.Full, access.CodesSetup: access.View, access.ClientSessions: access.View, access.Payments: access.View, access.Reports: access.Full}
	p.biller = p.Username(p.accounts[0], "biller", levels)
	for _, a := range p.accounts[1:] {
		p.biller = p.Join(p.biller, a, levels)
	}
	p.Owner(`VACUUM ANALYZE`)
	granted, err := p.Prover.Begin(p.As(nil), p.biller.Username)
	if err != nil {
		tb.Fatal(err)
	}
	p.token = granted.Token
	return p
}

func (p *practice) addClient(tb testing.TB, a *dbtest.Account, i int) {
	tb.Helper()
	if _, err := clients.AddClient(p.As(a.Owner), p.Log, a.ID, clientInput(i, "555 010 0000")); err != nil {
		tb.Fatal(err)
	}
}

func clientInput(i int, phone string) clients.ClientInput {
	birth := column.Date(fmt.Sprintf("19%02d-%02d-%02d", 40+i%60, 1+i%12, 1+i%28))
	street, city, state, zip := fmt.Sprintf("%d Harbor Street", i), "Rochester", "NY", "14604"
	email := fmt.Sprintf("client%d@example.com", i)
	return clients.ClientInput{
		FirstName: fmt.Sprintf("First%03d", i*7%accountClients), LastName: fmt.Sprintf("Last%03d", i*37%accountClients),
		BirthDate: &birth, Sex: patient.SexFEMALE, Street: &street, City: &city, State: &state, Zip: &zip,
		MobilePhone: &phone, Email: &email, InvoiceOption: patient.InvoiceOptionCLIENT, SignatureOnFile: true,
	}
}

// account is the account that is asked for.
func (p *practice) account() uuid.UUID { return p.accounts[0].ID }

// global is the id of a row of that account, as the API shows it.
func (p *practice) global(typ string, row uuid.UUID) string {
	return globalid.New(typ, p.account(), row).String()
}

// seal runs the sealer as the server does: what is measured includes its work.
func (p *practice) seal(b *testing.B) {
	b.Helper()
	dir := b.TempDir()
	keys, err := activity.LoadKeys(filepath.Join(dir, "keys"))
	if err != nil {
		b.Fatal(err)
	}
	s, err := activity.StartSealer(p.DB, keys, activity.SealerOptions{Checkpoints: filepath.Join(dir, "checkpoints"), Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
}

// handler is the whole server behind the socket.
func (p *practice) handler() http.Handler {
	return newHandler(config{}, parts{db: p.DB, events: p.Log, prover: p.Prover, app: &app{}, documents: &p.documents, log: slog.New(slog.DiscardHandler)})
}

// serveFor serves a handler on a socket of its own.
func serveFor(tb testing.TB, h http.Handler) *httptest.Server {
	tb.Helper()
	s := httptest.NewServer(h)
	tb.Cleanup(s.Close)
	return s
}
