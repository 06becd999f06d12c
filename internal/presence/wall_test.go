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
