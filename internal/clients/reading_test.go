package clients_test

import (
	"testing"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/clients"
	"lanyard/internal/dbtest"
)

// What the app shows anew by itself is told as that only to whoever has opened the client, within the
// same sign-in: to call a reading a background one hides no opening.
func TestShownAnew(t *testing.T) {
	w := dbtest.New(t)
	a := w.Account("a")
	in := func(v *access.Viewer, signIn uuid.UUID) *access.Viewer {
		copied := *v
		copied.SignIn = signIn
		return &copied
	}
	owner := in(a.Owner, uuid.New())
	desk := in(w.Username(a, "desk", access.Levels{access.Clients: access.View}), uuid.New())
	ida := dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(owner), w.Log, a.ID, named("Ida", "Moss")))
	otto := dbtest.Must[*ent.Patient](t)(clients.AddClient(w.As(owner), w.Log, a.ID, named("Otto", "Fern")))
	for _, step := range []struct {
		name       string
		viewer     *access.Viewer
		client     uuid.UUID
		background bool
		want       string
	}{
		{"the app claims to show anew what nobody opened", desk, ida.ID, true, "client.opened"},
		{"a person opens", owner, ida.ID, false, "client.opened"},
		{"the app shows it anew", owner, ida.ID, true, "client.refreshed"},
		{"and once more", owner, ida.ID, true, "client.refreshed"},
		{"a person opens it again", owner, ida.ID, false, "client.opened"},
		{"another client", owner, otto.ID, true, "client.opened"},
		{"another sign-in", in(owner, uuid.New()), ida.ID, true, "client.opened"},
	} {
		ctx, c := activity.WithCollector(activity.WithRequest(w.As(step.viewer), activity.Request{ID: step.name, Background: step.background}))
		dbtest.Must[*ent.Patient](t)(clients.Client(ctx, w.Log, a.ID, step.client))
		e := lastEvent(ctx, t, w, c, a.ID)
		if e.RequestID != step.name {
			t.Errorf("%s: no event", step.name)
		}
		expect(t, e, step.want, activity.Read, step.client)
	}
}
