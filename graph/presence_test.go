package graph

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
)

const beHere = `mutation($a: ID!, $id: ID!, $p: Section, $w: String!, $e: Boolean!, $l: Boolean!) {
	beHere(account: $a, id: $id, page: $p, window: $w, editing: $e, leaving: $l) { alsoHere { username editing } } }`

// onlooker is somebody with a window.
type onlooker struct {
	s      *stage
	viewer *access.Viewer
	window string
}

func (s *stage) onlooker(level access.Level) onlooker {
	s.t.Helper()
	return s.looks(access.Levels{access.Clients: level, access.Calendar: access.Full})
}

func (s *stage) looks(levels access.Levels) onlooker {
	s.t.Helper()
	v, _ := s.viewer(levels, access.Levels{})
	return onlooker{s, v, uuid.NewString()}
}

func (o onlooker) at(client uuid.UUID, editing, leaving bool) reply {
	o.s.t.Helper()
	return o.with("Client", client, editing, leaving)
}

func (o onlooker) with(typ string, thing uuid.UUID, editing, leaving bool) reply {
	o.s.t.Helper()
	return o.s.ask(o.viewer, beHere, map[string]any{
		"a": globalid.OfAccount(o.s.a.ID).String(), "id": globalid.New(typ, o.s.a.ID, thing).String(), "w": o.window, "e": editing, "l": leaving,
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

// Who holds a thing's section sees who else is at it, and nobody else does.
func TestWhoElseIsHereIsSaidOfWhatOneMaySee(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	for typ, section := range map[string]access.Section{
		"Appointment": access.Calendar, "ClientSession": access.ClientSessions, "SessionNote": access.Notes, "InsurancePolicy": access.Insurance,
		"Invoice": access.Invoices, "Ledger": access.Payments,
		"DiagnosisCode": access.CodesSetup, "BillingCode": access.CodesSetup, "Payer": access.CodesSetup, "Location": access.CodesSetup,
		"Modifier": access.CodesSetup, "ReferringProvider": access.CodesSetup, "ServiceCode": access.CodesSetup, "PaymentType": access.CodesSetup,
		"NoteTemplate": access.CodesSetup, "InvoiceMessage": access.CodesSetup,
	} {
		thing := s.thing(typ)
		only, everythingElse := access.Levels{}, access.Everything()
		only[section], everythingElse[section] = access.View, access.None
		ann, ben, outside := s.looks(only), s.looks(access.Everything()), s.looks(everythingElse)
		if r := ann.with(typ, thing, false, false); r.failed() {
			t.Errorf("%s: %s", typ, r.raw)
		}
		if r := ben.with(typ, thing, true, false); !strings.Contains(r.raw, ann.viewer.Name) {
			t.Errorf("%s: %s", typ, r.raw)
		}
		if r := outside.with(typ, thing, false, false); !r.failed() || strings.Contains(r.raw, ben.viewer.Name) {
			t.Errorf("%s without its section: %s", typ, r.raw)
		}
		if r := ann.with(typ, uuid.New(), false, false); !r.failed() {
			t.Errorf("%s that is not there: %s", typ, r.raw)
		}
	}
}

// thing plants one of a type; a ledger is its client's.
func (s *stage) thing(typ string) uuid.UUID {
	if typ == "Ledger" {
		typ = "Client"
	}
	return s.plant(typ, s.a.ID)
}

// Who is at a client's ledger is said to those who may see ledgers, not to who is at the client.
func TestALedgerIsNotItsClient(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	client := s.plant("Client", s.a.ID)
	ann, ben := s.looks(access.Levels{access.Payments: access.View}), s.looks(access.Levels{access.Clients: access.View})
	ann.with("Ledger", client, false, false)
	if r := ben.with("Client", client, false, false); r.failed() || strings.Contains(r.raw, ann.viewer.Name) {
		t.Errorf("at the client: %s", r.raw)
	}
}

// A page of which there is one in an account is another thing in each section, and of no other section.
func TestWhoElseIsAtAPageOfTheAccount(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	at := func(o onlooker, page access.Section, of uuid.UUID) reply {
		return s.ask(o.viewer, beHere, map[string]any{
			"a": globalid.OfAccount(s.a.ID).String(), "id": globalid.OfAccount(of).String(), "p": page.String(), "w": o.window, "e": false, "l": false,
		})
	}
	pages := []access.Section{access.PracticeSetup, access.AccountAccess}
	for i, page := range pages {
		only, everythingElse, other := access.Levels{}, access.Everything(), pages[1-i]
		only[page], everythingElse[page] = access.View, access.None
		ann, ben, outside := s.looks(only), s.looks(access.Everything()), s.looks(everythingElse)
		at(ann, page, s.a.ID)
		if r := at(ben, page, s.a.ID); !strings.Contains(r.raw, ann.viewer.Name) {
			t.Errorf("%s: %s", page, r.raw)
		}
		if r := at(ben, other, s.a.ID); r.failed() || strings.Contains(r.raw, ann.viewer.Name) {
			t.Errorf("at %s: %s", other, r.raw)
		}
		if r := at(outside, page, s.a.ID); !r.failed() || strings.Contains(r.raw, ann.viewer.Name) {
			t.Errorf("%s without it: %s", page, r.raw)
		}
		if r := at(ann, page, s.b.ID); !r.failed() {
			t.Errorf("%s of another account: %s", page, r.raw)
		}
	}
	if r := at(s.looks(access.Everything()), access.PsychotherapyNotes, s.a.ID); !r.failed() {
		t.Errorf("a section with many things: %s", r.raw)
	}
}

// Whether a psychotherapy note is there is its author's business: a note that is there is answered
// like one that is not, also to who has Full Access.
func TestNobodyIsSaidToBeAtAPsychotherapyNote(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	there := s.plant("PsychotherapyNote", s.a.ID)
	all := access.Everything()
	all[access.PsychotherapyNotes] = access.Full
	ann := s.looks(all)
	is, isNot := ann.with("PsychotherapyNote", there, false, false), ann.with("PsychotherapyNote", uuid.New(), false, false)
	if !is.failed() || is.raw != isNot.raw {
		t.Errorf("%s is not %s", is.raw, isNot.raw)
	}
	if of := ann.with("Nonsense", uuid.New(), false, false); of.raw != isNot.raw {
		t.Errorf("of no type: %s", of.raw)
	}
}
