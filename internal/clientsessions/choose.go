package clientsessions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/ent/gen/ent/diagnosiscode"
	"lanyard/ent/gen/ent/modifier"
	"lanyard/internal/activity"
	"lanyard/internal/problem"
)

// want gives the session as the input wants it, everything checked. What it holds already stays
// chosen, also when the code is no longer active.
func (in ClientSessionInput) want(ctx context.Context, tx *activity.Tx, current *ent.ClientSession) (*ent.ClientSession, error) {
	code, err := in.code(ctx, tx, current)
	if err != nil {
		return nil, err
	}
	wanted, err := in.onto(current, code)
	if err != nil {
		return nil, err
	}
	if err := checkDiagnoses(ctx, tx, current, wanted); err != nil {
		return nil, err
	}
	return wanted, checkModifiers(ctx, tx, current, wanted)
}

func (in ClientSessionInput) code(ctx context.Context, tx *activity.Tx, current *ent.ClientSession) (*ent.BillingCode, error) {
	key := strings.ToUpper(strings.TrimSpace(in.BillingCode))
	if !problem.IsText(key) {
		return nil, problem.Invalid("billingCode", "This contains characters that are not text.")
	}
	code, err := tx.BillingCode.Query().Where(billingcode.AccountID(current.AccountID), billingcode.NaturalKey(key)).Only(ctx)
	if ent.IsNotFound(err) || err == nil && !code.Active && code.NaturalKey != current.BillingCode {
		return nil, problem.Invalid("billingCode", "Choose an active billing code of this account.")
	}
	if err != nil {
		return nil, fmt.Errorf("read the billing code: %w", err)
	}
	return code, nil
}

func checkDiagnoses(ctx context.Context, tx *activity.Tx, current, wanted *ent.ClientSession) error {
	chosen := added(current.DiagnosisCodes, wanted.DiagnosisCodes)
	if len(chosen) == 0 {
		return nil
	}
	found, err := tx.DiagnosisCode.Query().
		Where(diagnosiscode.AccountID(wanted.AccountID), diagnosiscode.CodeIn(chosen...), diagnosiscode.Active(true)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the diagnosis codes: %w", err)
	}
	for _, code := range chosen {
		at := slices.IndexFunc(found, func(d *ent.DiagnosisCode) bool { return d.Code == code })
		if at < 0 {
			return problem.Invalid("diagnosisCodes", "%s is no active diagnosis code of this account.", code)
		}
		from, to := found[at].EffectiveFrom, found[at].EffectiveTo
		if from != nil && wanted.ServiceDate < *from || to != nil && wanted.ServiceDate > *to {
			return problem.Invalid("diagnosisCodes", "%s is not in effect on the day of the session.", code)
		}
	}
	return nil
}

func checkModifiers(ctx context.Context, tx *activity.Tx, current, wanted *ent.ClientSession) error {
	chosen := added(current.Modifiers, wanted.Modifiers)
	if len(chosen) == 0 {
		return nil
	}
	found, err := tx.Modifier.Query().
		Where(modifier.AccountID(wanted.AccountID), modifier.NaturalKeyIn(chosen...), modifier.Active(true)).All(ctx)
	if err != nil {
		return fmt.Errorf("read the modifiers: %w", err)
	}
	for _, code := range chosen {
		if !slices.ContainsFunc(found, func(m *ent.Modifier) bool { return m.NaturalKey == code }) {
			return problem.Invalid("modifiers", "%s is no active modifier of this account.", code)
		}
	}
	return nil
}

// added are the codes that were not there before.
func added(before, after []string) []string {
	return slices.DeleteFunc(slices.Clone(after), func(code string) bool { return slices.Contains(before, code) })
}
