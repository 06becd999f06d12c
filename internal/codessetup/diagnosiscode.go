package codessetup

import (
	"context"
	"regexp"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/diagnosiscode"
	"lanyard/internal/activity"
	"lanyard/internal/page"
)

// DiagnosisCodeInput is the form of a diagnosis code.
type DiagnosisCodeInput struct {
	Code, CodeSet, Description string
	EffectiveFrom, EffectiveTo *column.Date
	Active, Favourite          bool
}

// DiagnosisCodes lists the account's diagnosis codes by code set and code.
func DiagnosisCodes(ctx context.Context, log *activity.Log, account uuid.UUID, q Query) (*page.Page[*ent.DiagnosisCode], error) {
	return diagnosisCodes.list(ctx, log, account, q)
}

// DiagnosisCode opens one diagnosis code. It fails with NOT_FOUND.
func DiagnosisCode(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.DiagnosisCode, error) {
	return diagnosisCodes.get(ctx, log, account, id)
}

// AddDiagnosisCode adds a diagnosis code. It fails with BAD_USER_INPUT, also when the account
// has the code already.
func AddDiagnosisCode(ctx context.Context, log *activity.Log, account uuid.UUID, in DiagnosisCodeInput) (*ent.DiagnosisCode, error) {
	return diagnosisCodes.add(ctx, log, account, in)
}

// EditDiagnosisCode changes a diagnosis code. It fails with BAD_USER_INPUT, NOT_FOUND, and
// CONFLICT when version is not the current one.
func EditDiagnosisCode(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in DiagnosisCodeInput) (*ent.DiagnosisCode, error) {
	return diagnosisCodes.edit(ctx, log, account, id, version, in)
}

// DiagnosisFile is the master file of diagnosis codes.
var DiagnosisFile File = diagnosisCodes

var diagnosisCodes = &file[*ent.DiagnosisCode]{
	entity: "DiagnosisCode", table: diagnosiscode.Table, fields: DiagnosisCodeInput{}.fields(),
	searched: []string{diagnosiscode.FieldCode, diagnosiscode.FieldDescription},
	respell:  func(search string) string { return dotted(strings.ToUpper(search)) },
	entry: func(d *ent.DiagnosisCode) Entry {
		row := Row{ID: d.ID, Version: d.Version, Key: d.NaturalKey, Fields: diagnosisForm(d).fields()}
		return Entry{Row: row, Label: d.Code, Description: d.Description}
	},
	find: func(ctx context.Context, c *ent.Client, where func(*sql.Selector), limit int) ([]*ent.DiagnosisCode, error) {
		return c.DiagnosisCode.Query().Where(where).Order(byKey.Order).Limit(limit).All(ctx)
	},
	count: func(ctx context.Context, c *ent.Client, where func(*sql.Selector)) (int, error) {
		return c.DiagnosisCode.Query().Where(where).Count(ctx)
	},
	create: func(ctx context.Context, c *ent.Client, account uuid.UUID, rows []Row) ([]*ent.DiagnosisCode, error) {
		all, err := builders(account, rows, c.DiagnosisCode.Create)
		if err != nil {
			return nil, err
		}
		return c.DiagnosisCode.CreateBulk(all...).Save(ctx)
	},
}

const icd10CM = "ICD-10-CM"

var (
	codeSetShape = regexp.MustCompile(`^[A-Z0-9][A-Z0-9.-]{0,39}$`)
	codeShape    = regexp.MustCompile(`^[A-Z0-9][A-Z0-9.-]{0,19}$`)
	// icdShape: 3 to 7 characters, first a letter, second a digit, a dot after the third
	// (ICD-10-CM Official Guidelines, I.A.2).
	icdShape = regexp.MustCompile(`^[A-Z][0-9][A-Z0-9](\.?[A-Z0-9]{1,4})?$`)
)

func (in DiagnosisCodeInput) row() (Row, error) {
	var c check
	in.CodeSet = c.code("codeSet", in.CodeSet, codeSetShape, "Enter a code set such as ICD-10-CM.")
	if in.CodeSet == icd10CM {
		in.Code = dotted(c.code("code", in.Code, icdShape, "Enter an ICD-10-CM code such as F41.1."))
	} else {
		in.Code = c.code("code", in.Code, codeShape, "Enter a code of at most 20 letters, digits, dots and dashes.")
	}
	in.Description = c.line("description", in.Description)
	c.span(in.EffectiveFrom, in.EffectiveTo)
	return Row{Key: diagnosisKey(in.CodeSet, in.Code), Fields: in.fields()}, c.fault
}

func (DiagnosisCodeInput) keyField() string { return "code" }

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

func (in DiagnosisCodeInput) fields() []Field {
	return []Field{
		{Column: diagnosiscode.FieldCode, Value: in.Code},
		{Column: diagnosiscode.FieldCodeSet, Value: in.CodeSet},
		{Column: diagnosiscode.FieldDescription, Value: in.Description},
		{Column: diagnosiscode.FieldEffectiveFrom, Value: some(in.EffectiveFrom)},
		{Column: diagnosiscode.FieldEffectiveTo, Value: some(in.EffectiveTo)},
		{Column: diagnosiscode.FieldActive, Value: in.Active},
		{Column: diagnosiscode.FieldFavourite, Value: in.Favourite, Own: true},
	}
}

func diagnosisForm(d *ent.DiagnosisCode) DiagnosisCodeInput {
	return DiagnosisCodeInput{
		Code: d.Code, CodeSet: d.CodeSet, Description: d.Description,
		EffectiveFrom: d.EffectiveFrom, EffectiveTo: d.EffectiveTo,
		Active: d.Active, Favourite: d.Favourite,
	}
}
