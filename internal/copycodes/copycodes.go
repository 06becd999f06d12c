// Package copycodes is Copy Codes to Another Account: it compares master files of two accounts
// and copies chosen entries from the one to the other.
package copycodes

import (
	"slices"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
	"lanyard/internal/problem"
)

// CopyState is how an entry stands against the account copied to.
type CopyState string

// The states of an entry: not there, there and alike, there and different.
const (
	New       CopyState = "NEW"
	Identical CopyState = "IDENTICAL"
	Conflict  CopyState = "CONFLICT"
)

// CopyPreview is what Continue shows.
type CopyPreview struct {
	// Job is to be given to Copy Now.
	Job     uuid.UUID
	Entries []*CopyEntry
}

// CopyEntry is an entry with its state against the account copied to.
type CopyEntry struct {
	File codessetup.MasterFile
	// ID is the entry's in the account copied from.
	ID, From           uuid.UUID
	Label, Description string
	State              CopyState
	// Differences are empty unless State is Conflict.
	Differences []*CopyDifference
	// Needs are entries that the account copied to has not, and that must be copied with this one.
	Needs []EntryID
	// Differing are entries that this one uses and that the account copied to has otherwise.
	Differing []EntryID
	// Fingerprint stands for what both sides hold of what would be copied.
	Fingerprint string
}

// EntryID is an entry of a master file of an account.
type EntryID struct {
	File        codessetup.MasterFile
	Account, ID uuid.UUID
}

// CopyDifference is a field that differs: what Copy To has, and what Copy From has.
type CopyDifference struct{ Field, Theirs, Ours string }

// CopyCodesInput is what was chosen on the preview.
type CopyCodesInput struct {
	Job            uuid.UUID
	Entries        []CopyEntryInput
	IncludeCharges bool
}

// CopyEntryInput is an entry to create or to replace.
type CopyEntryInput struct {
	File        codessetup.MasterFile
	ID          uuid.UUID
	Fingerprint string
	Replace     bool
}

// CopyCodesPayload is what Copy Now did.
type CopyCodesPayload struct {
	Job                        uuid.UUID
	Created, Replaced, Skipped int
}

// copying is the two accounts, and whether charges are copied.
type copying struct {
	to, from uuid.UUID
	charges  bool
}

func event(account, counterpart uuid.UUID, code string, action activity.Action) activity.Event {
	return activity.Event{
		Account: account, Counterpart: counterpart, Code: code, Action: action,
		Section: access.CodesSetup.String(), EntityType: "MasterFile",
	}
}

func (k copying) check() error {
	if k.to == k.from {
		return problem.Invalid("from", "Choose two different accounts.")
	}
	return nil
}

// choose gives the files of these names, in the order in which people see them.
func choose(names []codessetup.MasterFile) ([]codessetup.File, error) {
	var chosen []codessetup.File
	for _, f := range codessetup.Files {
		if slices.Contains(names, f.Name()) {
			chosen = append(chosen, f)
		}
	}
	known := func(name codessetup.MasterFile) bool {
		return slices.ContainsFunc(chosen, func(f codessetup.File) bool { return f.Name() == name })
	}
	if len(chosen) == 0 || !all(names, known) {
		return nil, problem.Invalid("files", "Choose the files to copy.")
	}
	return chosen, nil
}

func all[T any](list []T, holds func(T) bool) bool {
	return !slices.ContainsFunc(list, func(v T) bool { return !holds(v) })
}
