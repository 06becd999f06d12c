package graph

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
)

const beHere = `mutation($a: ID!, $id: ID!, $w: String!, $e: Boolean!, $l: Boolean!) {
	beHere(account: $a, id: $id, window: $w, editing: $e, leaving: $l) { alsoHere { username editing } } }`

// onlooker is somebody with a window.
type onlooker struct {
	s      *stage
	viewer *access.Viewer
	window string
}

func (s *stage) onlooker(level access.Level) onlooker {
	s.t.Helper()
	v, _ := s.viewer(access.Levels{access.Clients: level, access.Calendar: access.Full}, access.Levels{})
	return onlooker{s, v, uuid.NewString()}
}

func (o onlooker) at(client uuid.UUID, editing, leaving bool) reply {
	o.s.t.Helper()
	return o.s.ask(o.viewer, beHere, map[string]any{
		"a": globalid.OfAccount(o.s.a.ID).String(), "id": globalid.New("Client", o.s.a.ID, client).String(), "w": o.window, "e": editing, "l": leaving,
	})
}

func TestWhoElseIsHere(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	client, other := s.plant("Client", s.a.ID), s.plant("Client", s.a.ID)
	ann, ben, outside := s.onlooker(access.View), s.onlooker(access.View), s.onlooker(access.None)
	sees := func(what string, r reply, want string) {
		t.Helper()
		if r.failed() || !strings.Contains(r.raw, `"alsoHere":[`+want+`]`) {
			t.Errorf("%s: %s", what, r.raw)
		}
	}
	annReads, annEdits := `{"username":"`+ann.viewer.Name+`","editing":false}`, `{"username":"`+ann.viewer.Name+`","editing":true}`
	sees("the first", ann.at(client, false, false), "")
	sees("the second", ben.at(client, false, false), annReads)
	sees("once more", ben.at(client, false, false), annReads)
	sees("at another client", ben.at(other, false, false), "")
	ann.at(client, true, false)
	sees("who edits", ben.at(client, false, false), annEdits)
	second := onlooker{s, ann.viewer, uuid.NewString()}
	second.at(client, false, false)
	sees("two windows of one person", ben.at(client, false, false), annEdits)
	ann.at(client, false, true)
	second.at(other, false, false)
	sees("nobody any more", ben.at(client, false, false), "")
	if r := outside.at(client, false, false); !r.failed() || strings.Contains(r.raw, ben.viewer.Name) {
		t.Errorf("without Clients: %s", r.raw)
	}
	sees("whoever was refused is not there", ben.at(client, false, false), "")
	s.g.exec(`UPDATE presences SET seen_at = now() - interval '2 minutes' WHERE username_id = $1`, ben.viewer.Username)
	sees("who has gone silent", ann.at(client, false, false), "")
}

// A window is its owner's: whoever says another's moves nobody.
func TestAnothersWindowStaysWhereItIs(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	client := s.plant("Client", s.a.ID)
	ann, ben, third := s.onlooker(access.View), s.onlooker(access.View), s.onlooker(access.View)
	ann.at(client, false, false)
	ben.window = ann.window
	ben.at(client, false, true)
	if r := third.at(client, false, false); !strings.Contains(r.raw, ann.viewer.Name) {
		t.Errorf("ann is gone: %s", r.raw)
	}
}
