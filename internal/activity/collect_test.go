package activity

import (
	"strings"
	"testing"

	"github.com/google/uuid"
)

// A row that several fields of an operation read is one row of its event.
func TestARowThatIsReadTwiceIsCountedOnce(t *testing.T) {
	ctx, c := WithCollector(t.Context())
	a, b := uuid.New(), uuid.New()
	for _, e := range []Event{
		{Code: "invoice.opened", Entities: []uuid.UUID{a}, RowCount: 1},
		{Code: "invoice.opened", Entities: []uuid.UUID{a, b}, RowCount: 2},
		{Code: "report.run", RowCount: 3},
		{Code: "report.run", RowCount: 4},
	} {
		if err := Note(ctx, e); err != nil {
			t.Fatal(err)
		}
	}
	if e := c.Take(); len(e) != 2 || e[0].RowCount != 2 || len(e[0].Entities) != 2 || e[1].RowCount != 7 {
		t.Errorf("%+v", e)
	}
}

// What leaves the app, as a file or on paper, is told as an execution, and nothing else is taken.
func TestWhatLeavesIsAnExecution(t *testing.T) {
	ctx := WithRequest(t.Context(), Request{ID: "r"})
	left := 0
	for _, code := range Codes() {
		if !leaves(code.Name) {
			if strings.Contains(code.Words, "print") && code.Name != "invoice.opened" || strings.Contains(code.Words, "export") {
				t.Errorf("%s leaves the app, by its words", code.Name)
			}
			continue
		}
		left++
		for _, action := range []Action{Create, Read, Update, Delete, Execute} {
			if _, err := complete(ctx, Event{Code: code.Name, Action: action}); (err == nil) != (action == Execute) {
				t.Errorf("%s as %s: %v", code.Name, action, err)
			}
		}
	}
	if left != 9 {
		t.Errorf("%d kinds of event are of what leaves", left)
	}
}
