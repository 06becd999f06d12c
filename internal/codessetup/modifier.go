package codessetup

import (
	"regexp"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/modifier"
)

// ModifierInput is the form of a modifier.
type ModifierInput struct {
	Code, Description string
	Active            bool
}

// Modifiers is the master file of modifiers of billing codes.
var Modifiers = &file[*ent.Modifier, ModifierInput]{
	name: "MODIFIERS", entity: "Modifier", table: modifier.Table,
	store: storeOf(func(c *ent.Client) *ent.ModifierClient { return c.Modifier }),
	stored: func(m *ent.Modifier) saved[ModifierInput] {
		return saved[ModifierInput]{ID: m.ID, Version: m.Version, Key: m.NaturalKey, From: m.CopiedFrom, Form: ModifierInput{
			Code: m.Code, Description: m.Description, Active: m.Active,
		}}
	},
	blank: ModifierInput{Active: true},
	cells: func(in *ModifierInput) []cell {
		return []cell{
			code(modifier.FieldCode, &in.Code, modifierShape, "Enter two letters or digits."),
			needed(modifier.FieldDescription, &in.Description),
			yes(modifier.FieldActive, &in.Active),
		}
	},
	key:      func(in ModifierInput) string { return in.Code },
	keyField: func(ModifierInput) string { return "code" },
	label:    func(in ModifierInput) (string, string) { return in.Code, in.Description },
	searched: []string{modifier.FieldCode, modifier.FieldDescription},
}

var modifierShape = regexp.MustCompile(`^[A-Z0-9]{2}$`)
