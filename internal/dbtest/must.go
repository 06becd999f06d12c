package dbtest

import (
	"testing"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/patient"
	"lanyard/internal/clients"
)

// Must gives what a function gave, and ends the test when that was an error:
// Must[*ent.Patient](t)(clients.AddClient(...)).
func Must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// Client adds a client to an account, in its owner's name.
func (w *World) Client(a *Account, first, last string) *ent.Patient {
	w.t.Helper()
	return Must[*ent.Patient](w.t)(clients.AddClient(w.As(a.Owner), w.Log, a.ID, clients.ClientInput{
		FirstName: first, LastName: last, Sex: patient.SexUNKNOWN, InvoiceOption: patient.InvoiceOptionCLIENT,
	}))
}
