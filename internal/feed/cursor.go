package feed

import (
	"encoding/base64"
	"encoding/binary"
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/problem"
)

// Cursor is a place in the sealed chain of an account: a number, and the beginning of the hash that stands
// there. The zero place is before the first event.
type Cursor struct {
	Account uuid.UUID
	seq     int64
	mark    [8]byte
}

const cursorBytes = 16 + 8 + 8

func at(account uuid.UUID, seq int64, mark []byte) Cursor {
	c := Cursor{Account: account, seq: seq}
	copy(c.mark[:], mark)
	return c
}

// String is the cursor as the API shows it.
func (c Cursor) String() string {
	raw := binary.BigEndian.AppendUint64(append(make([]byte, 0, cursorBytes), c.Account[:]...), uint64(c.seq))
	return base64.RawURLEncoding.EncodeToString(append(raw, c.mark[:]...))
}

func parse(text string) (Cursor, error) {
	raw, err := base64.RawURLEncoding.Strict().DecodeString(text)
	if err != nil || len(raw) != cursorBytes || raw[16] > 127 || strings.ContainsAny(text, "\r\n") { // which the decoder passes over
		return Cursor{}, problem.Invalid("after", "This is no cursor: give one that feedCursor or the feed gave.")
	}
	return at(uuid.UUID(raw[:16]), int64(binary.BigEndian.Uint64(raw[16:24])), raw[24:]), nil
}
