package presence_test

import (
	"reflect"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/dbtest"
	"lanyard/internal/presence"
	"lanyard/internal/problem"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// Whoever gets past the API is at a thing of a section that they hold, and at no other: its kind says
// which that is.
func TestTheWallKnowsWhoseSectionAThingIs(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a := w.Account("a")
	client := w.Client(a, "Cleo", "Client").ID
	here := presence.Here{Account: a.ID, Type: "Client", Thing: client, Window: uuid.New()}
	everythingElse := access.Everything()
	everythingElse[access.Clients] = access.None
	for v, seen := range map[*access.Viewer]bool{
		w.Username(a, "reader", access.Levels{access.Clients: access.View}): true, w.Username(a, "all-but-clients", everythingElse): false,
	} {
		_, err := presence.BeHere(w.As(v), w.DB, here)
		if seen != (err == nil) || err != nil && !reflect.DeepEqual(problem.As(err), problem.Missing()) {
			t.Errorf("%s: %v", v.Name, err)
		}
	}
	here.Type = "Appointment"
	if _, err := presence.BeHere(w.As(a.Owner), w.DB, here); !reflect.DeepEqual(problem.As(err), problem.Missing()) {
		t.Errorf("a client as an appointment: %v", err)
	}
}

// A page of the account is of its section, past the API too.
func TestTheWallKnowsWhosePageOfTheAccountItIs(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	at := func(v *access.Viewer, page access.Section, of *dbtest.Account) error {
		_, err := presence.BeHere(w.As(v), w.DB, presence.Here{Account: a.ID, Type: page.String(), Thing: of.ID, Window: uuid.New()})
		return err
	}
	reader := w.Username(a, "reader", access.Levels{access.PracticeSetup: access.View})
	if err := at(reader, access.PracticeSetup, a); err != nil {
		t.Error(err)
	}
	for what, err := range map[string]error{
		"without its section": at(reader, access.AccountAccess, a), "another account's": at(a.Owner, access.PracticeSetup, b),
		"no page": at(a.Owner, access.PsychotherapyNotes, a),
	} {
		if !reflect.DeepEqual(problem.As(err), problem.Missing()) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
