package globalid_test

import (
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/globalid"
)

func TestRoundTrip(t *testing.T) {
	account, row := uuid.New(), uuid.New()
	id := globalid.New("Client", account, row)
	if got := globalid.Parse(id.String()); got != id {
		t.Fatalf("got %+v, want %+v", got, id)
	}
	if id.In("Client", account) != row {
		t.Error("the row is not found under its own type and account")
	}
	if id.In("Payer", account) != uuid.Nil || id.In("Client", uuid.New()) != uuid.Nil {
		t.Error("the row is found under another type or account")
	}
	if globalid.OfAccount(account).AccountID() != account || id.AccountID() != uuid.Nil {
		t.Error("AccountID takes what is no account's id, or refuses what is one")
	}
	if globalid.New("Account", account, row) != globalid.OfAccount(row) || len(globalid.All("", account, []uuid.UUID{row})) != 0 {
		t.Error("an account that a row names has another id, or what has no kind has one")
	}
}

func FuzzParse(f *testing.F) {
	f.Add(globalid.OfAccount(uuid.New()).String())
	f.Add("")
	f.Add("not an id")
	f.Fuzz(func(t *testing.T, s string) {
		id := globalid.Parse(s)
		if id != (globalid.ID{}) && id.String() != s {
			t.Fatalf("%q reads as an id that is written %q", s, id.String())
		}
	})
}
