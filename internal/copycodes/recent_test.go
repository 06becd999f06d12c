package copycodes_test

import (
	"fmt"
	"strings"
	"testing"

	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
	"lanyard/internal/copycodes"
)

func TestRecentCopies(t *testing.T) {
	w := newWorld(t)
	w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F41.1", Description: "Anxiety"})
	first := w.copy(everything(w.preview(false), false))
	w.copy(everything(w.preview(false), false))
	w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F32.1", Description: "Depression"})
	third := w.copy(everything(w.preview(false), false))
	_, err := copycodes.UndoCopyCodes(w.ctx(), w.Log, w.b.ID, third.Job)
	w.must(err)
	if got := w.recent(); got != "1 0 1 undone, 0 0 1, 1 0 0 undoable" {
		t.Error(got)
	}
	w.Owner(`UPDATE copy_jobs SET created_at = created_at - interval '31 days' WHERE id = $1`, first.Job)
	if got := w.recent(); got != "1 0 1 undone, 0 0 1, 1 0 0" {
		t.Errorf("after 30 days: %s", got)
	}
	there, err := copycodes.RecentCopies(w.ctx(), w.Log, w.a.ID)
	w.must(err)
	if len(there) != 0 {
		t.Errorf("the account copied from has %d copies", len(there))
	}
}

// recent says what was copied to b, and checks who copied, from where, and the log.
func (w *world) recent() string {
	w.t.Helper()
	ctx, collector := activity.WithCollector(w.ctx())
	jobs, err := copycodes.RecentCopies(ctx, w.Log, w.b.ID)
	w.must(err)
	if e := collector.Take()[0]; e.Account != w.b.ID || e.Code != "codes.copy.listed" || e.RowCount != len(jobs) || len(e.Entities) != len(jobs) {
		w.t.Errorf("event %+v", e)
	}
	said := make([]string, len(jobs))
	for i, j := range jobs {
		said[i] = fmt.Sprintf("%d %d %d", j.Created, j.Replaced, j.Skipped)
		if j.UndoneAt != nil {
			said[i] += " undone"
		}
		if j.UndoableUntil != nil {
			said[i] += " undoable"
		}
		if j.By != w.master.Name || j.From != w.a.ID {
			w.t.Errorf("copied by %s from %s", j.By, j.From)
		}
	}
	return strings.Join(said, ", ")
}

func TestRecentCopiesAreBehindTheWall(t *testing.T) {
	w := newWorld(t)
	w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F41.1", Description: "Anxiety"})
	w.copy(everything(w.preview(false), false))
	jobs, err := copycodes.RecentCopies(w.As(w.a.Owner), w.Log, w.b.ID)
	if err != nil || len(jobs) != 0 {
		t.Errorf("another account's: %d %v", len(jobs), err)
	}
}
