package codessetup

import (
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/notetemplate"
)

// NoteTemplateInput is the form of a note template.
type NoteTemplateInput struct {
	Name     string
	NoteType notetemplate.NoteType
	Body     string
	Active   bool
}

// NoteTemplates is the master file of note templates. By rule they hold nothing of a client;
// should one do so against it, the log still says only that the text changed.
var NoteTemplates = &file[*ent.NoteTemplate, NoteTemplateInput]{
	name: "NOTE_TEMPLATES", entity: "NoteTemplate", table: notetemplate.Table,
	store: storeOf(func(c *ent.Client) *ent.NoteTemplateClient { return c.NoteTemplate }),
	stored: func(n *ent.NoteTemplate) saved[NoteTemplateInput] {
		return saved[NoteTemplateInput]{ID: n.ID, Version: n.Version, Key: n.NaturalKey, From: n.CopiedFrom, Form: NoteTemplateInput{
			Name: n.Name, NoteType: n.NoteType, Body: n.Body, Active: n.Active,
		}}
	},
	blank: NoteTemplateInput{NoteType: notetemplate.NoteTypePROGRESS, Active: true},
	cells: func(in *NoteTemplateInput) []cell {
		return []cell{
			needed(notetemplate.FieldName, &in.Name),
			choice(notetemplate.FieldNoteType, &in.NoteType, "Choose a type of note.", noteTypes...),
			private(body(notetemplate.FieldBody, &in.Body)),
			yes(notetemplate.FieldActive, &in.Active),
		}
	},
	check:    func(c *check, in NoteTemplateInput) { c.plain("name", in.Name) },
	key:      func(in NoteTemplateInput) string { return string(in.NoteType) + " " + plain(in.Name) },
	keyField: func(NoteTemplateInput) string { return "name" },
	label: func(in NoteTemplateInput) (string, string) {
		return in.Name, inWords(in.NoteType)
	},
	searched: []string{notetemplate.FieldName},
}

var noteTypes = []notetemplate.NoteType{
	notetemplate.NoteTypePROGRESS, notetemplate.NoteTypeINTAKE, notetemplate.NoteTypeTREATMENT_PLAN, notetemplate.NoteTypeDISCHARGE,
}
