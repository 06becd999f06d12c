package accountaccess_test

import (
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

// A view begins of a username that can enter now, and is told in the log with its name; leaving it too.
func TestViewsAreTold(t *testing.T) {
	t.Parallel()
	w := dbtest.New(t)
	a, b := w.Account("a"), w.Account("b")
	clerk, gone := w.Username(a, "clerk", access.Levels{access.Clients: access.View}), w.Username(a, "gone", access.Everything())
	w.Owner(`UPDATE links SET valid_until = now() WHERE username_id = $1`, gone.Username)
	ctx, link := w.As(a.Owner), clerk.Link(a.ID).ID
	for name, c := range map[string]struct {
		link uuid.UUID
		code problem.Code
	}{
		"one's own":           {a.Owner.Link(a.ID).ID, problem.BadUserInput},
		"one that is over":    {gone.Link(a.ID).ID, problem.BadUserInput},
		"another account's":   {b.Owner.Link(b.ID).ID, problem.NotFound},
		"one that is nowhere": {uuid.New(), problem.NotFound},
	} {
		_, err := accountaccess.BeginView(ctx, w.Log, a.ID, c.link)
		refused(t, name, err, c.code)
	}
	if _, err := accountaccess.BeginView(ctx, w.Log, a.ID, link); err != nil {
		t.Fatal(err)
	}
	if _, err := accountaccess.EndView(ctx, w.Log, a.ID, link); err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, e := range w.Events(a.ID) {
		if e.SeenAs == clerk.Username {
			told = append(told, e.Code+" "+e.ActorName+" "+e.SeenAsName)
		}
	}
	if len(told) != 2 || told[0] != "view.began a-owner clerk" || told[1] != "view.ended a-owner clerk" {
		t.Errorf("%q", told)
	}
}
