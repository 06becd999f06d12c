package codessetup

import (
	"regexp"
	"strings"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/diagnosiscode"
)

// DiagnosisCodeInput is the form of a diagnosis code.
type DiagnosisCodeInput struct {
	Code, CodeSet, Description string
	EffectiveFrom, EffectiveTo *column.Date
	Active, Favourite          bool
}

// DiagnosisCodes is the master file of diagnosis codes.
var DiagnosisCodes = &file[*ent.DiagnosisCode, DiagnosisCodeInput]{
	name: "DIAGNOSIS_CODES", entity: "DiagnosisCode", table: diagnosiscode.Table,
	store: storeOf(func(c *ent.Client) *ent.DiagnosisCodeClient { return c.DiagnosisCode }),
	stored: func(d *ent.DiagnosisCode) saved[DiagnosisCodeInput] {
		return saved[DiagnosisCodeInput]{ID: d.ID, Version: d.Version, Key: d.NaturalKey, From: d.CopiedFrom, Form: DiagnosisCodeInput{
			Code: d.Code, CodeSet: d.CodeSet, Description: d.Description,
			EffectiveFrom: d.EffectiveFrom, EffectiveTo: d.EffectiveTo, Active: d.Active, Favourite: d.Favourite,
		}}
	},
	blank: DiagnosisCodeInput{CodeSet: icd10CM, Active: true},
	cells: func(in *DiagnosisCodeInput) []cell {
		return []cell{
			diagnosis(in),
			code(diagnosiscode.FieldCodeSet, &in.CodeSet, codeSetShape, "Enter a code set such as ICD-10-CM."),
			needed(diagnosiscode.FieldDescription, &in.Description),
			day(diagnosiscode.FieldEffectiveFrom, &in.EffectiveFrom),
			day(diagnosiscode.FieldEffectiveTo, &in.EffectiveTo),
			yes(diagnosiscode.FieldActive, &in.Active),
			own(yes(diagnosiscode.FieldFavourite, &in.Favourite)),
		}
	},
	check:    func(c *check, in DiagnosisCodeInput) { c.span(in.EffectiveFrom, in.EffectiveTo) },
	key:      func(in DiagnosisCodeInput) string { return diagnosisKey(in.CodeSet, in.Code) },
	keyField: func(DiagnosisCodeInput) string { return "code" },
	label:    func(in DiagnosisCodeInput) (string, string) { return in.Code, in.Description },
	leads:    diagnosiscode.FieldFavourite,
	searched: []string{diagnosiscode.FieldCode, diagnosiscode.FieldDescription},
	respell:  func(search string) string { return dotted(strings.ToUpper(search)) },
}

const icd10CM = "ICD-10-CM"

var (
	codeSetShape = regexp.MustCompile(`^[A-Z0-9][A-Z0-9.-]{0,39}$`)
	codeShape    = regexp.MustCompile(`^[A-Z0-9][A-Z0-9.-]{0,19}$`)
	// icdShape: 3 to 7 characters, first a letter, second a digit, a dot after the third
	// (ICD-10-CM Official Guidelines, I.A.2).
	icdShape = regexp.MustCompile(`^[A-Z][0-9][A-Z0-9](\.?[A-Z0-9]{1,4})?$`)
)

// diagnosis is a code, whose shape depends on the set it is of.
func diagnosis(in *DiagnosisCodeInput) cell {
	return textCell(diagnosiscode.FieldCode, &in.Code, func(c *check, field string) {
		if strings.EqualFold(strings.TrimSpace(in.CodeSet), icd10CM) {
			in.Code = dotted(c.code(field, in.Code, icdShape, "Enter an ICD-10-CM code such as F41.1."))
		} else {
			in.Code = c.code(field, in.Code, codeShape, "Enter a code of at most 20 letters, digits, dots and dashes.")
		}
	})
}

// diagnosisKey is code set and code, both in capitals and neither with a space; the dot does
// not count.
func diagnosisKey(codeSet, code string) string {
	return codeSet + " " + strings.ReplaceAll(code, ".", "")
}

// dotted writes an ICD-10-CM code with its dot, and leaves alone what is none.
func dotted(code string) string {
	if len(code) < 4 || code[3] == '.' || !icdShape.MatchString(code) {
		return code
	}
	return code[:3] + "." + code[3:]
}
