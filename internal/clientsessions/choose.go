package clientsessions

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/ent/gen/ent/diagnosiscode"
	"lanyard/ent/gen/ent/modifier"
	"lanyard/internal/activity"
	"lanyard/internal/problem"
)

// offered are those of the account's codes that inputs name.
type offered struct {
	billing   map[string]*ent.BillingCode
	diagnoses map[string]*ent.DiagnosisCode
	modifiers map[string]*ent.Modifier
	locations map[uuid.UUID]*ent.Location
}

// offer looks up what the inputs name, all at once.
func offer(ctx context.Context, tx *activity.Tx, account uuid.UUID, inputs ...ClientSessionInput) (*offered, error) {
	var billing, diagnoses, modifiers []string
	var locations []uuid.UUID
	for _, in := range inputs {
		if in.Location != nil {
			locations = append(locations, in.Location.In(locationType, account))
		}
		billing, diagnoses, modifiers = append(billing, in.BillingCode), append(diagnoses, in.DiagnosisCodes...), append(modifiers, in.Modifiers...)
	}
	b, err := tx.BillingCode.Query().Where(billingcode.AccountID(account), billingcode.NaturalKeyIn(keys(billing)...)).All(ctx)
	d, err2 := tx.DiagnosisCode.Query().Where(diagnosiscode.AccountID(account), diagnosiscode.CodeIn(keys(diagnoses)...), diagnosiscode.Active(true)).All(ctx)
	m, err3 := tx.Modifier.Query().Where(modifier.AccountID(account), modifier.NaturalKeyIn(keys(modifiers)...), modifier.Active(true)).All(ctx)
	l, err4 := locationsOf(ctx, tx, account, locations)
	if err := errors.Join(err, err2, err3, err4); err != nil {
		return nil, fmt.Errorf("read the codes: %w", err)
	}
	return &offered{
		by(b, func(b *ent.BillingCode) string { return b.NaturalKey }), by(d, func(d *ent.DiagnosisCode) string { return d.Code }),
		by(m, func(m *ent.Modifier) string { return m.NaturalKey }), l,
	}, nil
}

// keys are the codes as they are stored, each once; what is no text is nobody's code.
func keys(typed []string) []string {
	var all []string
	for _, t := range typed {
		if code := stored(t); problem.IsText(code) {
			all = append(all, code)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func stored(code string) string { return strings.ToUpper(strings.TrimSpace(code)) }

func by[T any](rows []T, key func(T) string) map[string]T {
	all := make(map[string]T, len(rows))
	for _, row := range rows {
		all[key(row)] = row
	}
	return all
}

// want gives the session as the input wants it, everything checked. What it holds already stays
// chosen, also when the code is no longer active.
func (o *offered) want(in ClientSessionInput, current *ent.ClientSession) (*ent.ClientSession, error) {
	code := o.billing[stored(in.BillingCode)]
	if code == nil || !code.Active && code.NaturalKey != current.BillingCode {
		return nil, problem.Invalid("billingCode", "Choose an active billing code of this account.")
	}
	at, err := o.locate(in, current)
	if err != nil {
		return nil, err
	}
	wanted, err := in.onto(current, code, at)
	if err != nil {
		return nil, err
	}
	return wanted, errors.Join(o.checkDiagnoses(current, wanted), o.checkModifiers(current, wanted))
}

func (o *offered) checkDiagnoses(current, wanted *ent.ClientSession) error {
	for _, code := range added(current.DiagnosisCodes, wanted.DiagnosisCodes) {
		d := o.diagnoses[code]
		if d == nil {
			return problem.Invalid("diagnosisCodes", "%s is no active diagnosis code of this account.", code)
		}
		if from, to := d.EffectiveFrom, d.EffectiveTo; from != nil && wanted.ServiceDate < *from || to != nil && wanted.ServiceDate > *to {
			return problem.Invalid("diagnosisCodes", "%s is not in effect on the day of the session.", code)
		}
	}
	return nil
}

func (o *offered) checkModifiers(current, wanted *ent.ClientSession) error {
	for _, code := range added(current.Modifiers, wanted.Modifiers) {
		if o.modifiers[code] == nil {
			return problem.Invalid("modifiers", "%s is no active modifier of this account.", code)
		}
	}
	return nil
}

// added are the codes that were not there before.
func added(before, after []string) []string {
	return slices.DeleteFunc(slices.Clone(after), func(code string) bool { return slices.Contains(before, code) })
}
