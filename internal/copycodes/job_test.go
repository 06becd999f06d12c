package copycodes_test

import (
	"fmt"
	"sync"
	"testing"

	"lanyard/internal/access"
	"lanyard/internal/copycodes"
	"lanyard/internal/problem"
)

func TestOneJobCopiesOnce(t *testing.T) {
	w := newWorld(t)
	for i := range 20 {
		w.billing(w.a, fmt.Sprintf("020%02d", i), "Talk", 100)
	}
	in := everything(w.preview(true), true)
	answers := make([]string, 6)
	var wg sync.WaitGroup
	for i := range answers {
		wg.Go(func() {
			done, err := copycodes.Copy(w.ctx(), w.Log, w.b.ID, w.a.ID, in)
			if err != nil {
				answers[i] = err.Error()
				return
			}
			answers[i] = done.Job.String() + counts(done)
		})
	}
	wg.Wait()
	for _, got := range answers {
		if got != in.Job.String()+"20 created, 0 replaced, 0 skipped" {
			t.Error(got)
		}
	}
	if n := len(w.table("billing_codes", w.b.ID)); n != 3+20 {
		t.Errorf("%d rows", n)
	}
	w.checkEvents(in.Job, 20)

	other := w.Join(w.Username(w.a, "other", access.Everything()), w.b, access.Everything())
	if _, err := copycodes.Copy(w.As(other), w.Log, w.b.ID, w.a.ID, in); code(err) != problem.Conflict {
		t.Errorf("another username's job: %v", err)
	}
	c := w.Account("c")
	w.billing(c, "02099", "Talk", 100)
	w.master = w.Join(w.master, c, access.Everything())
	p, err := copycodes.Preview(w.ctx(), w.Log, w.b.ID, c.ID, allFiles, true)
	w.must(err)
	fromC := everything(p, true)
	fromC.Job = in.Job
	if _, err := copycodes.Copy(w.ctx(), w.Log, w.b.ID, c.ID, fromC); code(err) != problem.Conflict {
		t.Errorf("another Copy From: %v", err)
	}
	p, err = copycodes.Preview(w.ctx(), w.Log, c.ID, w.a.ID, allFiles, true)
	w.must(err)
	toC := everything(p, true)
	toC.Job = in.Job
	if _, err := copycodes.Copy(w.ctx(), w.Log, c.ID, w.a.ID, toC); code(err) != problem.Conflict {
		t.Errorf("another Copy To: %v", err)
	}
}

// Of different jobs at once, made on the same tables, one copies; the previews of the others
// are stale then.
func TestDifferentJobsAtOnce(t *testing.T) {
	w := newWorld(t)
	for i := range 10 {
		w.billing(w.a, fmt.Sprintf("020%02d", i), "Talk", 100)
	}
	jobs := make([]copycodes.CopyCodesInput, 4)
	for i := range jobs {
		jobs[i] = everything(w.preview(false), false)
	}
	var wg sync.WaitGroup
	for _, in := range jobs {
		wg.Go(func() {
			if _, err := copycodes.Copy(w.ctx(), w.Log, w.b.ID, w.a.ID, in); err != nil && code(err) != problem.Conflict {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if n := len(w.table("billing_codes", w.b.ID)); n != 3+10 {
		t.Errorf("%d rows", n)
	}
	if n := len(w.table("copy_jobs", w.b.ID)); n != 1 {
		t.Errorf("%d jobs", n)
	}
}

// A file is copied in several statements where one could not hold it, and its event stays
// small enough to be read.
func TestLargeFile(t *testing.T) {
	w := newWorld(t)
	w.Owner(`INSERT INTO diagnosis_codes (id, account_id, natural_key, code_set, code, description, created_at)
		SELECT gen_random_uuid(), $1, 'DSM ' || n, 'DSM', n, 'About ' || n, now() FROM generate_series(10000, 12499) n`, w.a.ID)
	in := everything(w.preview(false), false)
	if got := counts(w.copy(in)); got != "2500 created, 0 replaced, 0 skipped" {
		t.Error(got)
	}
	if n := len(w.table("diagnosis_codes", w.b.ID)); n != 2500 {
		t.Errorf("%d rows", n)
	}
	w.checkEvents(in.Job, 2500)
	w.Owner(`UPDATE diagnosis_codes SET description = 'edited' WHERE account_id = $1`, w.a.ID)
	if got := counts(w.copy(everything(w.preview(false), false))); got != "0 created, 2500 replaced, 0 skipped" {
		t.Error(got)
	}
	for _, e := range w.Events(w.b.ID) {
		if n := len(e.Changes); e.Code == "codes.copy.done" && (n != 201 || fmt.Sprint(e.Changes["more"]) != "[2300 further entries]") {
			t.Errorf("%d changes, more: %v", n, e.Changes["more"])
		}
	}
}
