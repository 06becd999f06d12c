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
	lacking := missing(pairs)
	for i, p := range pairs {
		preview.Entries[i] = p.shown(from, lacking)
	}
	return preview, k.noteRead(ctx, "codes.copy.preview", pairs)
}

func (p pair) shown(from uuid.UUID, missing map[entryKey]pair) *CopyEntry {
	var lacking []EntryID
	for _, key := range needs(p) {
		if need, ok := missing[key]; ok {
			lacking = append(lacking, EntryID{key.file, from, need.ours.ID})
		}
	}
	return &CopyEntry{
		File: p.file, ID: p.ours.ID, From: from, Label: p.ours.Label, Description: p.ours.Description,
		State: p.state(), Differences: p.differences(), Needs: lacking, Fingerprint: p.fingerprint,
	}
}

// noteRead tells both accounts what was compared.
func (k copying) noteRead(ctx context.Context, code string, pairs []pair) error {
	disclosed := event(k.from, k.to, code, activity.Read)
	compared := event(k.to, k.from, code, activity.Read)
	for _, p := range pairs {
		disclosed.Entities = append(disclosed.Entities, p.ours.ID)
		if p.theirs != nil {
			compared.Entities = append(compared.Entities, p.theirs.ID)
		}
	}
	disclosed.RowCount, compared.RowCount = len(disclosed.Entities), len(compared.Entities)
	if err := activity.Note(ctx, disclosed); err != nil {
		return err
	}
	return activity.Note(ctx, compared)
}
