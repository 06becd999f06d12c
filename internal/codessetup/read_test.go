package codessetup

import (
	"testing"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent/paymenttype"
	"lanyard/internal/money"
)

// What is read of a cell is written in a form that reads the same.
func FuzzCells(f *testing.F) {
	for _, text := range []string{"", "yes", "TRUE", "12", "-3", "1/2/2026", "2026-01-31", "$1,234.5", "0.05", "999999999.99", "lowers", "LOWERS"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var isSet, setAgain bool
		if readYes(text, &isSet) == "" && (readYes(yesOrNo(isSet), &setAgain) != "" || setAgain != isSet) {
			t.Errorf("%q is read as %v, and that as %v", text, isSet, setAgain)
		}
		var day, dayAgain *column.Date
		if readDay(text, &day) == "" && day != nil && (readDay(string(*day), &dayAgain) != "" || *dayAgain != *day) {
			t.Errorf("%q is read as %s, and that as %v", text, *day, dayAgain)
		}
		var cents, centsAgain int
		if readMoney(text, &cents) == "" && (cents < 0 || readMoney(money.Plain(int64(cents)), &centsAgain) != "" || centsAgain != cents) {
			t.Errorf("%q is read as %d, and that as %d", text, cents, centsAgain)
		}
		var sign, signAgain paymenttype.Sign
		all := []paymenttype.Sign{paymenttype.SignLOWERS, paymenttype.SignRAISES}
		if readChoice(text, &sign, all) == "" && (readChoice(inWords(sign), &signAgain, all) != "" || signAgain != sign) {
			t.Errorf("%q is read as %s, and that as %s", text, sign, signAgain)
		}
	})
}
