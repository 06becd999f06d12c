package codessetup

import (
	"context"
	"slices"
)

// importing makes the plan of an import, line by line.
type importing[T, F any] struct {
	*file[T, F]
	sheet *sheet
	// had are the account's entries, and lines those of the file so far, by their keys.
	had   map[string]saved[F]
	lines map[string]int
	keys  keysOf
	plan  plan
}

// add puts a line into the plan. A column that the file has not is as in a new entry or, where
// the entry is there already, stays as it is.
func (i *importing[T, F]) add(ctx context.Context, l line) error {
	form := i.blank
	if !i.fill(&form, l) {
		return nil
	}
	faults := i.faults(&form)
	key := i.key(form)
	before, there := i.had[key]
	if there {
		form = before.Form
		i.fill(&form, l)
		faults = i.faults(&form)
	}
	for _, fault := range faults {
		i.fault(l, fault.Path[0], fault.Message)
	}
	if len(faults) > 0 {
		return nil
	}
	if first, twice := i.lines[key]; twice {
		i.sheet.fault(l.number, "", "This is the same entry as in line %d.", first)
		i.plan.faults = i.sheet.faults
		return nil
	}
	i.lines[key] = l.number
	if met, err := i.met(ctx, form, l); err != nil || !met {
		return err
	}
	i.put(i.kept(&form), before, there)
	return nil
}

// fill reads a line into a form, and tells whether all of it could be read.
func (i *importing[T, F]) fill(form *F, l line) bool {
	cells, whole := i.cells(form), true
	for at, place := range i.sheet.columns {
		if fault := cells[place].read(l.cells[at]); fault != "" {
			i.fault(l, Field{Column: cells[place].column}.Name(), fault)
			whole = false
		}
	}
	return whole
}

func (i *importing[T, F]) met(ctx context.Context, form F, l line) (bool, error) {
	for _, need := range i.needsOf(form) {
		keys, err := i.keys.in(ctx, need.File)
		if err != nil {
			return false, err
		}
		if !keys[need.Key] {
			i.fault(l, need.field(), need.Fault)
			return false, nil
		}
	}
	return true, nil
}

func (i *importing[T, F]) put(row Row, before saved[F], there bool) {
	if !there {
		i.plan.create = append(i.plan.create, row)
		return
	}
	i.plan.compared = append(i.plan.compared, seen{before.ID, before.Version})
	was := fields(i.cells(&before.Form))
	if slices.EqualFunc(was, row.Fields, func(a, b Field) bool { return a.Value == b.Value }) {
		i.plan.same++
		return
	}
	row.ID, row.Version = before.ID, before.Version
	i.plan.replace, i.plan.was = append(i.plan.replace, row), append(i.plan.was, was)
}

// fault blames a field of the API, by the heading that it has in the file.
func (i *importing[T, F]) fault(l line, field, message string) {
	for _, cell := range i.cells(new(F)) {
		if (Field{Column: cell.column}).Name() == field {
			i.sheet.fault(l.number, heading(cell.column), "%s", message)
		}
	}
	i.plan.faults = i.sheet.faults
}
