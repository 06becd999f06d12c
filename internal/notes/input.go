package notes

import (
	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/sessionnote"
	"lanyard/internal/form"
	"lanyard/internal/globalid"
	"lanyard/internal/revision"
)

// NoteInput is all fields of a note as they should be.
type NoteInput struct {
	NoteType sessionnote.NoteType
	NoteDate column.Date
	// Session is the client session that the note is about; nil: none.
	Session *globalid.ID
	Body    string
}

// maxBody is the most characters of a text: what fits into one request, in any script.
const maxBody = 20_000

// earliest is the first day that a note can be about: a year typed wrongly is before it.
const earliest column.Date = "2000-01-01"

// onto gives the note as the input wants it, everything checked but whether the client has the
// session. The note itself is left as it is.
func (in NoteInput) onto(n *ent.SessionNote) (*ent.SessionNote, error) {
	var c form.Checks
	wanted := *n
	wanted.NoteType, wanted.SessionID = in.NoteType, nil
	c.Known("noteType", sessionnote.NoteTypeValidator(in.NoteType))
	wanted.NoteDate = c.Day("noteDate", in.NoteDate, earliest, form.Today(), "A note is about a day from 2000 until today.")
	wanted.Body = c.Text("body", &in.Body, maxBody)
	if in.Session != nil {
		session := in.Session.In("ClientSession", n.AccountID)
		wanted.SessionID = &session
	}
	return &wanted, c.Fault()
}

// fields are what an edit may change, under their names in the API.
var fields = revision.Fields[ent.SessionNote]{
	{Name: "noteType", Of: func(n *ent.SessionNote) any { return n.NoteType }},
	{Name: "noteDate", Of: func(n *ent.SessionNote) any { return n.NoteDate }},
	{Name: "session", Of: func(n *ent.SessionNote) any { return session(n) }},
	{Name: "body", Of: func(n *ent.SessionNote) any { return n.Body }},
	{Name: "status", Of: func(n *ent.SessionNote) any { return n.Status }},
}

func session(n *ent.SessionNote) string {
	if n.SessionID == nil {
		return ""
	}
	return globalid.New("ClientSession", n.AccountID, *n.SessionID).String()
}

// fill sets all fields of a draft. Both ways to write one share it, so that none can be forgotten
// in one of them.
func fill(m *ent.SessionNoteMutation, n *ent.SessionNote) {
	m.SetNoteType(n.NoteType)
	m.SetNoteDate(n.NoteDate)
	m.SetBody(n.Body)
	if n.SessionID == nil {
		m.ClearSessionID()
	} else {
		m.SetSessionID(*n.SessionID)
	}
}

// draftOf is a draft of nobody's yet.
func draftOf(account, client uuid.UUID) *ent.SessionNote {
	return &ent.SessionNote{AccountID: account, ClientID: client, Status: sessionnote.StatusDRAFT}
}
