package copycodes_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/codessetup"
	"lanyard/internal/dbtest"
)

// stays never changes in a row that is there; marks tell of the copy itself.
var (
	stays = []string{"id", "account_id", "created_at", "system", "favourite", "provider_number", "enrolment", "contact"}
	marks = []string{"version", "copied_from", "copied_by", "copied_at", "copy_job"}
)

func TestCopyingRandomTables(t *testing.T) {
	w := newWorld(t)
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	for round := range 8 {
		w.grow(r, w.a, round)
		w.grow(r, w.b, round)
		charges := r.IntN(2) == 0
		from, to := w.dump(w.a.ID), w.files(w.b)
		w.copy(everything(w.preview(charges), charges))
		if w.dump(w.a.ID) != from {
			t.Fatal("Copy From was changed")
		}
		w.compare(to, charges)
		copied := w.dump(w.b.ID)
		if again := w.copy(everything(w.preview(charges), charges)); again.Created+again.Replaced != 0 || w.dump(w.b.ID) != copied {
			t.Fatalf("again: %s", counts(again))
		}
		if t.Failed() {
			return
		}
	}
}

// grow adds a few entries that the account does not have yet, out of few enough keys that the
// two accounts often hold the same ones.
func (w *world) grow(r *rand.Rand, a *dbtest.Account, round int) {
	few := func() string { return fmt.Sprint(r.IntN(2)) }
	for i := range 6 {
		key := fmt.Sprintf("%d%d", round, i)
		if r.IntN(3) > 0 {
			w.diagnosis(a, codessetup.DiagnosisCodeInput{Code: "F" + key, CodeSet: "DSM", Description: few(), Active: r.IntN(2) == 0, Favourite: r.IntN(2) == 0})
		}
		if r.IntN(3) > 0 {
			w.billing(a, "020"+key, few(), r.IntN(2))
		}
		if r.IntN(3) > 0 {
			w.payer(a, "LX"+key, few(), few())
		}
		w.growOthers(r, a, key)
	}
}

// growOthers adds to the files that have nothing of their own.
func (w *world) growOthers(r *rand.Rand, a *dbtest.Account, key string) {
	ctx := w.As(a.Owner)
	few := func() string { return fmt.Sprint(r.IntN(2)) }
	for _, add := range []func() error{
		func() error {
			return second(codessetup.Locations.Add(ctx, w.Log, a.ID, codessetup.LocationInput{PlaceOfService: "11", Name: "Room " + key, City: new(few()), Active: true}))
		},
		func() error {
			return second(codessetup.Modifiers.Add(ctx, w.Log, a.ID, codessetup.ModifierInput{Code: key, Description: few(), Active: true}))
		},
		func() error {
			return second(codessetup.ReferringProviders.Add(ctx, w.Log, a.ID, codessetup.ReferringProviderInput{Name: "Dr " + key, Fax: new(few()), Active: true}))
		},
		func() error { return w.service(a, "Talk "+key, r.IntN(2) == 0, r.IntN(2)+1) },
		func() error {
			return second(codessetup.PaymentTypes.Add(ctx, w.Log, a.ID, codessetup.PaymentTypeInput{Code: key, Label: few(), Sign: "RAISES", Active: true}))
		},
		func() error {
			return second(codessetup.NoteTemplates.Add(ctx, w.Log, a.ID, codessetup.NoteTemplateInput{Name: key, NoteType: "INTAKE", Body: few(), Active: true}))
		},
		func() error {
			return second(codessetup.InvoiceMessages.Add(ctx, w.Log, a.ID, codessetup.InvoiceMessageInput{Title: key, Text: few(), Active: true}))
		},
	} {
		if r.IntN(3) > 0 {
			w.must(add())
		}
	}
}

// service adds a service code, if it is billable with a billing code of its own that the other
// account has not.
func (w *world) service(a *dbtest.Account, name string, billable bool, minutes int) error {
	in := codessetup.ServiceCodeInput{Name: name, Colour: "PINK", Minutes: minutes, Billable: billable, Active: true}
	if billable {
		own := "S" + strings.ToUpper(a.ID.String()[32:])
		if w.table("billing_codes", a.ID)[own] == nil {
			w.billing(a, own, "A talk", 1)
		}
		in.BillingCode = &own
	}
	return second(codessetup.ServiceCodes.Add(w.As(a.Owner), w.Log, a.ID, in))
}

func second[T any](_ T, err error) error { return err }

func (w *world) files(a *dbtest.Account) map[string]map[string]row {
	all := map[string]map[string]row{}
	for _, name := range masterFiles {
		all[name] = w.table(name, a.ID)
	}
	return all
}

// compare holds what Copy To was and is now against what the product says.
func (w *world) compare(was map[string]map[string]row, charges bool) {
	from, now := w.files(w.a), w.files(w.b)
	for _, name := range masterFiles {
		for key, r := range now[name] {
			source, before := from[name][key], was[name][key]
			if source != nil && source["system"] != true {
				w.compareRow(name+" "+key, r, source, before, charges)
			} else if !reflect.DeepEqual(r, before) {
				w.t.Errorf("%s %s: not to be copied, and changed", name, key)
			}
		}
		for key := range from[name] {
			if now[name][key] == nil {
				w.t.Errorf("%s %s was not copied", name, key)
			}
		}
	}
}

func (w *world) compareRow(label string, now, source, before row, charges bool) {
	for column, value := range now {
		own := slices.Contains(stays, column) || (column == "default_charge" && !charges)
		switch {
		case slices.Contains(marks, column):
		case !own && !reflect.DeepEqual(value, source[column]):
			w.t.Errorf("%s: %s is %v, not %v", label, column, value, source[column])
		case own && before != nil && !reflect.DeepEqual(value, before[column]):
			w.t.Errorf("%s: %s was %v and is %v", label, column, before[column], value)
		}
	}
}
