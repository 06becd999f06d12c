package copycodes

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/billingcode"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Copy copies the chosen entries, all of them or none. A job copies once: sent again it gives
// the first result. It fails with BAD_USER_INPUT for a choice that makes no sense, NOT_FOUND
// when an entry is not in the account from, and CONFLICT when either side has changed since
// the preview (details "stale": the places of those entries in the input) or when the job was
// used for another copy.
func Copy(ctx context.Context, log *activity.Log, to, from uuid.UUID, in CopyCodesInput) (*CopyCodesPayload, error) {
	k := copying{to, from, in.IncludeCharges}
	chosen, err := k.chosen(in)
	if err != nil {
		return nil, err
	}
	by := access.ViewerFrom(ctx)
	if by == nil {
		return nil, errNobody
	}
	var done *CopyCodesPayload
	e := event(to, from, "codes.copy.done", activity.Update)
	e.Authorization = in.Job
	err = log.Change(database.In(ctx, to), e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := tx.Lock(ctx, to); err != nil {
			return err
		}
		if done, err = k.earlier(ctx, tx, in.Job, by); err != nil {
			return err
		}
		p, err := k.plan(ctx, tx.Client, chosen, in.Entries)
		if err != nil {
			return err
		}
		done = &CopyCodesPayload{Job: in.Job, Created: len(p.create), Replaced: len(p.replace), Skipped: p.skipped}
		return k.carryOut(ctx, tx, e, p, done, by)
	})
	if errors.Is(err, errDoneBefore) {
		return done, k.noteRepeated(ctx, in.Job)
	}
	if err != nil {
		return nil, err
	}
	return done, nil
}

var errNobody = errors.New("codes can be copied by a username only: each copy names who made it")

// chosen checks the input and gives the files that it speaks of.
func (k copying) chosen(in CopyCodesInput) ([]codessetup.File, error) {
	if err := k.check(); err != nil {
		return nil, err
	}
	if in.Job == uuid.Nil {
		return nil, problem.Invalid("job", "Start from the preview: press Continue.")
	}
	names := make([]codessetup.MasterFile, len(in.Entries))
	seen := map[entryID]bool{}
	for i, e := range in.Entries {
		names[i], seen[entryID{e.File, e.ID}] = e.File, true
	}
	if len(seen) == 0 || len(seen) < len(in.Entries) {
		return nil, problem.Invalid("entries", "Choose at least one entry, and each only once.")
	}
	return choose(names)
}

type entryID struct {
	file codessetup.MasterFile
	id   uuid.UUID
}

// plan is what a copy will do.
type plan struct {
	create, replace []pair
	skipped         int
}

func (k copying) plan(ctx context.Context, c *ent.Client, chosen []codessetup.File, entries []CopyEntryInput) (plan, error) {
	pairs, err := k.compare(ctx, c, chosen)
	if err != nil {
		return plan{}, err
	}
	byID := make(map[entryID]pair, len(pairs))
	for _, p := range pairs {
		byID[entryID{p.file, p.ours.ID}] = p
	}
	var p plan
	stale := []int{}
	for i, e := range entries {
		found, ok := byID[entryID{e.File, e.ID}]
		if !ok {
			return plan{}, problem.Missing()
		}
		if found.fingerprint != e.Fingerprint {
			stale = append(stale, i)
		}
		p.add(found, e.Replace)
	}
	if len(stale) > 0 {
		return plan{}, problem.New(problem.Conflict, "Some entries have changed since you looked at them. Nothing was copied. Look again and choose.").
			With("stale", stale)
	}
	return p, p.whole(inState(pairs, New))
}

func (p *plan) add(entry pair, replace bool) {
	state := entry.state()
	switch {
	case state == New:
		p.create = append(p.create, entry)
	case state == Conflict && replace:
		p.replace = append(p.replace, entry)
	default:
		p.skipped++
	}
}

func (k copying) carryOut(ctx context.Context, tx *activity.Tx, e *activity.Event, p plan, done *CopyCodesPayload, by *access.Viewer) error {
	if err := k.remember(ctx, tx, done, by); err != nil {
		return err
	}
	from := k.provenance(done.Job, by)
	for _, f := range codessetup.Files {
		if err := k.keepReplaced(ctx, tx, f, done.Job, p.replace); err != nil {
			return err
		}
		ids, err := f.Create(ctx, tx, k.to, rows(f.Name(), p.create, from))
		if err != nil {
			return err
		}
		if err := k.keepCreated(ctx, tx, f, done.Job, ids); err != nil {
			return err
		}
		replaced := rows(f.Name(), p.replace, from)
		if err := f.Replace(ctx, tx, k.to, replaced); err != nil {
			return err
		}
		e.Entities = append(e.Entities, ids...)
		for _, r := range replaced {
			e.Entities = append(e.Entities, r.ID)
		}
	}
	e.RowCount, e.Changes = len(e.Entities), p.changes()
	tx.Also(k.disclosure(p, done.Job))
	return nil
}

// rows are the pairs of one file as Copy To will hold them. Fields that do not cross are not
// named: new rows get their defaults, and others keep what they have.
func rows(name codessetup.MasterFile, pairs []pair, provenance []codessetup.Field) []codessetup.Row {
	var rows []codessetup.Row
	for _, p := range pairs {
		if p.file != name {
			continue
		}
		row := codessetup.Row{Key: p.ours.Key, Fields: append(p.copied[:len(p.copied):len(p.copied)], provenance...)}
		if p.theirs != nil {
			row.ID, row.Version = p.theirs.ID, p.theirs.Version
		}
		rows = append(rows, row)
	}
	return rows
}

// provenance tells on each row where it came from. The columns have the same names in all
// master files.
func (k copying) provenance(job uuid.UUID, by *access.Viewer) []codessetup.Field {
	return []codessetup.Field{
		{Column: billingcode.FieldCopiedFrom, Value: k.from},
		{Column: billingcode.FieldCopiedBy, Value: by.Name},
		{Column: billingcode.FieldCopiedAt, Value: time.Now().UTC().Truncate(time.Microsecond)},
		{Column: billingcode.FieldCopyJob, Value: job},
	}
}
