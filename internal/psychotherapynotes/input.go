package psychotherapynotes

import (
	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/internal/form"
	"lanyard/internal/revision"
)

// PsychotherapyNoteInput is all fields of a note as they should be. Whether it is shared is no field
// of a form: that is said by itself.
type PsychotherapyNoteInput struct {
	NoteDate column.Date
	Body     string
}

// maxBody is the most characters of a text: what fits into one request, in any script.
const maxBody = 20_000

// earliest is the first day that a note can be about: a year typed wrongly is before it.
const earliest column.Date = "2000-01-01"

// onto gives the note as the input wants it, everything checked. The note itself is left as it is.
func (in PsychotherapyNoteInput) onto(n *ent.PsychotherapyNote) (*ent.PsychotherapyNote, error) {
	var c form.Checks
	wanted := *n
	wanted.NoteDate = c.Day("noteDate", in.NoteDate, earliest, form.Today(), "A note is about a day from 2000 until today.")
	wanted.Body = c.Needed("body", c.Text("body", &in.Body, maxBody), "Write something here.")
	return &wanted, c.Fault()
}

// fields are what a change may change, under their names in the API.
var fields = revision.Fields[ent.PsychotherapyNote]{
	{Name: "noteDate", Of: func(n *ent.PsychotherapyNote) any { return n.NoteDate }},
	{Name: "body", Of: func(n *ent.PsychotherapyNote) any { return n.Body }},
	{Name: "shared", Of: func(n *ent.PsychotherapyNote) any { return n.Shared }},
}
