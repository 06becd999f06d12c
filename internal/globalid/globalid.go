// Package globalid makes the opaque ids of the API. An id names the type, the account and
// the row, so that it can be refused before anything is read.
package globalid

import (
	"encoding/base64"
	"io"
	"strconv"
	"strings"

	"github.com/google/uuid"
)

// ID is an id of the API. The zero ID, which every malformed text reads as, is nobody's: it
// is answered like an unknown one.
type ID struct {
	Type string
	// Account owns the row; for what no account owns, such as a sign-in, it is all zeros.
	Account uuid.UUID
	Row     uuid.UUID
}

// New makes the id of a row of an account. An account owns itself, whoever's row names it.
func New(typ string, account, row uuid.UUID) ID {
	if typ == "Account" {
		return OfAccount(row)
	}
	return ID{typ, account, row}
}

// All makes the ids of rows of one kind; of no kind there are none.
func All(typ string, account uuid.UUID, rows []uuid.UUID) []ID {
	all := make([]ID, 0, len(rows))
	for _, row := range rows {
		if typ != "" {
			all = append(all, New(typ, account, row))
		}
	}
	return all
}

// OfAccount makes the id of an account.
func OfAccount(account uuid.UUID) ID { return ID{"Account", account, account} }

// String is the id as the API shows it.
func (id ID) String() string {
	raw := make([]byte, 0, 48)
	raw = append(raw, id.Account[:]...)
	raw = append(raw, id.Row[:]...)
	raw = append(raw, id.Type...)
	return base64.RawURLEncoding.EncodeToString(raw)
}

// Parse reads an id; what is not one reads as the zero ID.
func Parse(s string) ID {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(s)
	if err != nil || len(raw) <= 32 {
		return ID{}
	}
	return ID{Account: uuid.UUID(raw[:16]), Row: uuid.UUID(raw[16:32]), Type: strings.Clone(string(raw[32:]))}
}

// In is the row's id if it is one of this type in this account, and otherwise an id that no
// row has.
func (id ID) In(typ string, account uuid.UUID) uuid.UUID {
	if id.Type != typ || id.Account != account {
		return uuid.Nil
	}
	return id.Row
}

// AccountID is the account's id if the id is an account's, and otherwise one that no account
// has.
func (id ID) AccountID() uuid.UUID {
	if id.Type != "Account" || id.Account != id.Row {
		return uuid.Nil
	}
	return id.Account
}

// MarshalGQL writes the id as a string.
func (id ID) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(id.String())) }

// UnmarshalGQL reads an id. It never fails: a malformed id is an unknown one.
func (id *ID) UnmarshalGQL(v any) error {
	s, _ := v.(string)
	*id = Parse(s)
	return nil
}
