package codessetup

import (
	"context"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// CodesImport is what an import will do, or has done.
type CodesImport struct {
	// Created, Changed and Same are how many entries are new, differ, and are as they were.
	Created, Changed, Same int
	// Faults are what must be mended first, as many as a person can read; FaultCount are all.
	Faults     []*ImportFault
	FaultCount int
	// Fingerprint stands for the file and what it was compared with.
	Fingerprint string
}

const mostFaults = 200

func (p *plan) shown(account uuid.UUID, name MasterFile, csv string) *CodesImport {
	shown := &CodesImport{
		Created: len(p.create), Changed: len(p.replace), Same: p.same,
		Faults: make([]*ImportFault, min(len(p.faults), mostFaults)), FaultCount: len(p.faults),
		Fingerprint: p.fingerprint(account, name, csv),
	}
	for i := range shown.Faults {
		shown.Faults[i] = &p.faults[i]
	}
	return shown
}

// PreviewImportCodes compares a CSV file with a master file of the account. It fails with
// BAD_USER_INPUT when the file is larger than an import may be.
func PreviewImportCodes(ctx context.Context, log *activity.Log, account uuid.UUID, name MasterFile, csv string) (*CodesImport, error) {
	f, err := known(name)
	if err != nil {
		return nil, err
	}
	p, err := f.plan(database.In(ctx, account), log.Reader(), account, csv)
	if err != nil {
		return nil, err
	}
	e := f.event(account, "codes.import.preview", activity.Read)
	e.Entities, e.RowCount = p.ids(), len(p.compared)
	return p.shown(account, name, csv), activity.Note(ctx, e)
}

// ImportCodes adds and changes what a CSV file says, all of it or nothing. What the file does not
// name stays. It fails with CONFLICT when the file or an entry is not as it was on the preview, and
// with BAD_USER_INPUT when something is wrong with the file.
func ImportCodes(ctx context.Context, log *activity.Log, account uuid.UUID, name MasterFile, csv, fingerprint string) (*CodesImport, error) {
	f, err := known(name)
	if err != nil {
		return nil, err
	}
	var done *CodesImport
	e := f.event(account, "codes.imported", activity.Update)
	err = log.Change(database.In(ctx, account), e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		p, err := f.plan(ctx, tx.Client, account, csv)
		if err != nil {
			return err
		}
		done = p.shown(account, name, csv)
		if done.Fingerprint != fingerprint {
			return problem.New(problem.Conflict, "Something has changed since you looked. Nothing was imported. Look again.")
		}
		if done.FaultCount > 0 {
			return problem.Invalid("csv", "Something is wrong in this file. Nothing was imported.")
		}
		return p.carryOut(ctx, tx, e, f, account)
	})
	if err != nil {
		return nil, err
	}
	return done, nil
}

func (p *plan) carryOut(ctx context.Context, tx *activity.Tx, e *activity.Event, f File, account uuid.UUID) error {
	created, err := f.Create(ctx, tx, account, p.create)
	if err != nil {
		return err
	}
	e.Entities, e.RowCount = created, len(p.create)+len(p.replace)
	for _, row := range p.replace {
		e.Entities = append(e.Entities, row.ID)
	}
	e.Changes = p.changes(f.Name())
	return f.Replace(ctx, tx, account, p.replace)
}

func (p *plan) changes(name MasterFile) map[string]any {
	told := Telling{}
	for _, row := range p.create {
		told.Add(name, row.Key, nil, row.Fields)
	}
	for i, row := range p.replace {
		told.Add(name, row.Key, p.was[i], row.Fields)
	}
	return told.Changes()
}
