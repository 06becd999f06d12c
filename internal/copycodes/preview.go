package copycodes

import (
	"context"

	"github.com/google/uuid"

	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
)

// Preview gives every entry of the files in the account from, with its state against the
// account to. Both accounts' logs tell of it. It fails with BAD_USER_INPUT when both accounts
// are the same or no file is chosen.
func Preview(ctx context.Context, log *activity.Log, to, from uuid.UUID, names []codessetup.MasterFile, includeCharges bool) (*CopyPreview, error) {
	k := copying{to, from, includeCharges}
	if err := k.check(); err != nil {
		return nil, err
	}
	chosen, err := choose(names)
	if err != nil {
		return nil, err
	}
	pairs, err := k.compare(ctx, log.Reader(), chosen)
	if err != nil {
		return nil, err
	}
	preview := &CopyPreview{Job: uuid.Must(uuid.NewV7()), Entries: make([]*CopyEntry, len(pairs))}
	lacking, differing := inState(pairs, New), inState(pairs, Conflict)
	for i, p := range pairs {
		preview.Entries[i] = p.shown(from)
		preview.Entries[i].Needs, preview.Entries[i].Differing = p.needsOf(lacking, from), p.needsOf(differing, from)
	}
	var compared sides
	compared.add(pairs, nil)
	return preview, k.noteRead(ctx, "codes.copy.preview", compared)
}

func (p pair) shown(from uuid.UUID) *CopyEntry {
	return &CopyEntry{
		File: p.file, ID: p.ours.ID, From: from, Label: p.ours.Label, Description: p.ours.Description,
		State: p.state(), Differences: p.differences(), Fingerprint: p.fingerprint,
	}
}

// sides are the entries that were compared, in each account.
type sides struct{ from, to []uuid.UUID }

func (s *sides) add(pairs []pair, rest []codessetup.Entry) {
	for _, p := range pairs {
		s.from = append(s.from, p.ours.ID)
		if p.theirs != nil {
			s.to = append(s.to, p.theirs.ID)
		}
	}
	for _, e := range rest {
		s.to = append(s.to, e.ID)
	}
}

// noteRead tells both accounts what was compared.
func (k copying) noteRead(ctx context.Context, code string, read sides) error {
	disclosed := event(k.from, k.to, code, activity.Read)
	disclosed.Entities, disclosed.RowCount = read.from, len(read.from)
	if err := activity.Note(ctx, disclosed); err != nil {
		return err
	}
	compared := event(k.to, k.from, code, activity.Read)
	compared.Entities, compared.RowCount = read.to, len(read.to)
	return activity.Note(ctx, compared)
}
