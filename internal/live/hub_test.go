package live

import (
	"errors"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
)

// One sign-in has some of the streams, one username a few more, and all together no more than the server can hold;
// whoever ends one gives it back.
func TestStreamsAreBounded(t *testing.T) {
	h := &Hub{options: Options{}.withDefaults(), askers: map[uuid.UUID]int{}, usernames: map[uuid.UUID]int{}}
	var inside []*access.Viewer
	enters := func(v *access.Viewer, want error) {
		t.Helper()
		got := h.enter(v)
		if !errors.Is(got, want) {
			t.Fatalf("with %d streams: %v", len(inside), got)
		}
		if got == nil {
			inside = append(inside, v)
		}
	}
	// another is one more sign-in of the username, or one of its tokens.
	another := func(username uuid.UUID, i int) *access.Viewer {
		if i%2 == 0 {
			return &access.Viewer{Username: username, SignIn: uuid.New()}
		}
		return &access.Viewer{Username: username, Token: access.Token{ID: uuid.New()}}
	}
	for range 2000 / 32 {
		username := uuid.New()
		for i := range 4 {
			one := another(username, i)
			for range 8 {
				enters(one, nil)
			}
			enters(one, errManyOfSignIn)
		}
		enters(another(username, 0), errManyOfUsername)
	}
	last := uuid.New()
	for i := range 2000 % 32 {
		enters(another(last, i), nil)
	}
	enters(another(uuid.New(), 0), errManyOfAll)
	for _, v := range inside {
		h.exit(v)
	}
	if h.open != 0 || len(h.askers) != 0 || len(h.usernames) != 0 {
		t.Errorf("%d streams are left, of %d sign-ins and %d usernames", h.open, len(h.askers), len(h.usernames))
	}
}
