package copycodes_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/codessetup"
	"lanyard/internal/copycodes"
	"lanyard/internal/problem"
)

func (w *world) undo(job uuid.UUID) (*copycodes.UndoCopyCodesPayload, error) {
	return copycodes.UndoCopyCodes(w.ctx(), w.Log, w.b.ID, job)
}

func undone(p *copycodes.UndoCopyCodesPayload, err error) string {
	if err != nil {
		return err.Error()
	}
	said := fmt.Sprintf("%d removed, %d restored", p.Removed, p.Restored)
	for _, k := range p.Kept {
		said += fmt.Sprintf(", kept %s %s: %s", k.File, k.Label, k.Reason)
	}
	return said
}

// withoutVersions are the master files of the account, but for the versions of their rows.
func (w *world) withoutVersions() map[string]map[string]row {
	all := w.files(w.b)
	for _, rows := range all {
		for _, r := range rows {
			delete(r, "version")
		}
	}
	return all
}

// A copy and its undoing leave every row as it was, and only count versions up.
func TestUndoneAsIfNeverCopied(t *testing.T) {
	w := newWorld(t)
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	touched := 0
	for round := range 6 {
		w.grow(r, w.a, round)
		w.grow(r, w.b, round)
		before, from := w.withoutVersions(), w.dump(w.a.ID)
		charges := r.IntN(2) == 0
		done := w.copy(everything(w.preview(charges), charges))
		got := undone(w.undo(done.Job))
		if want := fmt.Sprintf("%d removed, %d restored", done.Created, done.Replaced); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
		if after := w.withoutVersions(); !reflect.DeepEqual(after, before) {
			t.Fatalf("was\n%v\nand is\n%v", before, after)
		}
		if w.dump(w.a.ID) != from {
			t.Fatal("Copy From was changed")
		}
		touched += done.Replaced
		w.copy(everything(w.preview(charges), charges)) // the next round begins with copied rows
	}
	if touched == 0 {
		t.Error("nothing was replaced: half of it was not tested")
	}
}

func TestUndoKeepsWhatWasChangedSince(t *testing.T) {
	w := newWorld(t)
	w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F41.1", Description: "Anxiety", Active: true})
	w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: "F41.2", Description: "Mixed", Active: true})
	w.payer(w.a, "LX1", "Larkspur", "a")
	w.payer(w.a, "LX2", "Lupin", "a")
	mine := w.payer(w.b, "LX1", "Old name", "b")
	w.payer(w.b, "LX2", "Old lupin", "b")
	in := everything(w.preview(false), false)
	w.copy(in)
	codes := w.table("diagnosis_codes", w.b.ID)
	added := uuid.MustParse(codes["ICD-10-CM F411"]["id"].(string))
	_, err := codessetup.DiagnosisCodes.Edit(w.As(w.b.Owner), w.Log, w.b.ID, added, 1, codessetup.DiagnosisCodeInput{Code: "F41.1", CodeSet: "ICD-10-CM", Description: "Anxiety", Active: true, Favourite: true})
	w.must(err)
	w.Owner(`UPDATE payers SET version = version + 1, contact = 'c' WHERE id = $1`, mine)
	kept := w.table("diagnosis_codes", w.b.ID)["ICD-10-CM F411"]
	payers := w.table("payers", w.b.ID)

	want := "1 removed, 1 restored, kept DIAGNOSIS_CODES F41.1: It was changed since the copy., kept PAYERS Larkspur: It was changed since the copy."
	if got := undone(w.undo(in.Job)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if now := w.table("diagnosis_codes", w.b.ID); len(now) != 1 || !reflect.DeepEqual(now["ICD-10-CM F411"], kept) {
		t.Errorf("diagnosis codes: %v", now)
	}
	for key, was := range payers {
		now := w.table("payers", w.b.ID)[key]
		if was["id"] == mine.String() != reflect.DeepEqual(now, was) {
			t.Errorf("%s was %v and is %v", key, was, now)
		}
		if was["id"] != mine.String() && (now["name"] != "Old lupin" || now["provider_number"] != "b" || now["copied_by"] != nil || now["copy_job"] != nil) {
			t.Errorf("not restored: %v", now)
		}
	}
}

func TestUndoKeepsWhatAnAppointmentUses(t *testing.T) {
	w := newWorld(t)
	w.billing(w.a, "90834", "Talk", 100)
	w.billing(w.a, "90837", "Long talk", 100)
	in := everything(w.preview(false), false)
	w.copy(in)
	w.Owner(`INSERT INTO clients (id, account_id, number, first_name, last_name, created_at) VALUES (gen_random_uuid(), $1, 1, 'Ann', 'Adams', now())`, w.b.ID)
	w.Owner(`INSERT INTO appointments (id, account_id, client_id, start, minutes, service_code, created_at)
		SELECT gen_random_uuid(), account_id, id, now(), 50, '90834', now() FROM client_names WHERE account_id = $1`, w.b.ID)
	want := "1 removed, 0 restored, kept BILLING_CODES 90834: An appointment or a service code uses it."
	if got := undone(w.undo(in.Job)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestUndoKeepsTheServiceOfAnAppointment(t *testing.T) {
	w := newWorld(t)
	w.billing(w.a, "02001", "A talk", 100)
	_, err := codessetup.ServiceCodes.Add(w.As(w.a.Owner), w.Log, w.a.ID, w.talk("02001"))
	w.must(err)
	done := w.copy(everything(w.preview(false), false))
	w.Owner(`INSERT INTO clients (id, account_id, number, first_name, last_name, created_at) VALUES (gen_random_uuid(), $1, 1, 'Ann', 'Adams', now())`, w.b.ID)
	w.Owner(`INSERT INTO appointments (id, account_id, client_id, start, minutes, service_id, created_at)
		SELECT gen_random_uuid(), n.account_id, n.id, now(), 50, s.id, now() FROM client_names n JOIN service_codes s USING (account_id) WHERE account_id = $1`, w.b.ID)
	want := "0 removed, 0 restored, kept BILLING_CODES 02001: An appointment or a service code uses it., kept SERVICE_CODES Talk: An appointment or a service code uses it."
	if got := undone(w.undo(done.Job)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestUndoIsRefused(t *testing.T) {
	w := newWorld(t)
	w.billing(w.a, "02001", "Talk", 100)
	in := everything(w.preview(true), true)
	w.copy(in)
	refused := func(name string, want problem.Code, err error) {
		t.Helper()
		if code(err) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := copycodes.UndoCopyCodes(w.As(w.a.Owner), w.Log, w.a.ID, in.Job)
	_, unknown := copycodes.UndoCopyCodes(w.As(w.a.Owner), w.Log, w.a.ID, uuid.New())
	if refused("in the account copied from", problem.NotFound, err); err.Error() != unknown.Error() {
		t.Errorf("%v is not %v", err, unknown)
	}
	viewer := w.Username(w.b, "viewer", access.Levels{access.CodesSetup: access.View})
	before := w.dump(w.b.ID)
	if _, err := copycodes.UndoCopyCodes(w.As(viewer), w.Log, w.b.ID, in.Job); err == nil || w.dump(w.b.ID) != before {
		t.Errorf("undone with View Only: %v", err)
	}
	w.Owner(`UPDATE copy_jobs SET created_at = created_at - interval '31 days' WHERE id = $1`, in.Job)
	_, err = w.undo(in.Job)
	refused("after 31 days", problem.Conflict, err)
	w.Owner(`UPDATE copy_jobs SET created_at = now() - interval '29 days' WHERE id = $1`, in.Job)
	w.Owner(`UPDATE copied_entries SET account_id = $1`, w.a.ID)
	_, err = w.undo(in.Job)
	refused("of which nothing is known", problem.Conflict, err)
	w.Owner(`UPDATE copied_entries SET account_id = $1`, w.b.ID)
	if got := undone(w.undo(in.Job)); got != "1 removed, 0 restored" {
		t.Error(got)
	}
	_, err = w.undo(in.Job)
	refused("twice", problem.Conflict, err)
	if got := counts(w.copy(in)); got != "1 created, 0 replaced, 0 skipped" {
		t.Errorf("the job again: %s", got)
	}
	if n := len(w.table("billing_codes", w.b.ID)); n != 3 {
		t.Errorf("%d billing codes after the job was sent again", n)
	}
	for account, want := range map[uuid.UUID]string{w.a.ID: "E", w.b.ID: "U"} {
		n := 0
		for _, e := range w.Events(account) {
			if e.Code == "codes.copy.undone" {
				n++
				if string(e.Action) != want || e.Authorization != in.Job || e.RowCount != 1 || e.Counterpart == uuid.Nil || e.Counterpart == account {
					t.Errorf("%+v", e)
				}
			}
		}
		if n != 1 {
			t.Errorf("%d events", n)
		}
	}
}

// Of many at once one undoes the copy; beside it an edit either comes first, and is kept, or
// finds the entry gone.
func TestUndoneAtOnce(t *testing.T) {
	w := newWorld(t)
	for round := range 8 {
		key := fmt.Sprintf("F4%d.1", round)
		w.diagnosis(w.a, codessetup.DiagnosisCodeInput{Code: key, Description: "Anxiety", Active: true})
		p := w.preview(false)
		p.Entries = slices.DeleteFunc(p.Entries, func(e *copycodes.CopyEntry) bool { return e.Label != key })
		in := everything(p, false)
		w.copy(in)
		natural := fmt.Sprintf("ICD-10-CM F4%d1", round)
		id := uuid.MustParse(w.table("diagnosis_codes", w.b.ID)[natural]["id"].(string))
		answers := make([]string, 2)
		var edited error
		var wg sync.WaitGroup
		for i := range answers {
			wg.Go(func() { answers[i] = undone(w.undo(in.Job)) })
		}
		wg.Go(func() {
			_, edited = codessetup.DiagnosisCodes.Edit(w.As(w.b.Owner), w.Log, w.b.ID, id, 1, codessetup.DiagnosisCodeInput{Code: key, CodeSet: "ICD-10-CM", Description: "Edited", Active: true})
		})
		wg.Wait()
		now, there := w.table("diagnosis_codes", w.b.ID)[natural]
		removed := "1 removed, 0 restored"
		if edited == nil {
			removed = "0 removed, 0 restored, kept DIAGNOSIS_CODES " + key + ": It was changed since the copy."
		}
		if edited != nil && code(edited) != problem.NotFound || there != (edited == nil) || there && now["description"] != "Edited" {
			t.Errorf("edited: %v, and is %v", edited, now)
		}
		again := "This copy was undone already."
		if !reflect.DeepEqual(answers, []string{removed, again}) && !reflect.DeepEqual(answers, []string{again, removed}) {
			t.Errorf("edited: %v, answers %q", edited, answers)
		}
	}
}
