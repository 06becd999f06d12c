package notes

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/sessionnote"
)

// sealVersion is the first byte of what is sealed. What is sealed otherwise gets another one.
const sealVersion = 1

// seal is the SHA-256 over the version and the parts, each with its length before it, so that
// nothing can move from one part into the next.
func seal(parts ...string) []byte {
	b := []byte{sealVersion}
	for _, part := range parts {
		b = binary.AppendUvarint(b, uint64(len(part)))
		b = append(b, part...)
	}
	sum := sha256.Sum256(b)
	return sum[:]
}

// sealOf covers everything that a signed note says, of whom, and who signed it when.
func sealOf(n *ent.SessionNote) []byte {
	return seal("SessionNote", n.ID.String(), n.AccountID.String(), n.ClientID.String(), orNone(n.SessionID), n.NoteType.String(),
		string(n.NoteDate), n.Body, n.AuthorID.String(), n.AuthorName, orNone(n.SignedBy), n.SignedName, moment(n.SignedAt))
}

func sealOfAddendum(a *ent.NoteAddendum) []byte {
	return seal("NoteAddendum", a.ID.String(), a.AccountID.String(), a.NoteID.String(), a.Body, a.AuthorID.String(), a.AuthorName,
		moment(&a.CreatedAt))
}

// Intact tells whether a note and its addenda are what was signed; nil: it is not signed.
func Intact(n *ent.SessionNote) *bool {
	if n.Status != sessionnote.StatusSIGNED {
		return nil
	}
	intact := bytes.Equal(n.Seal, sealOf(n))
	for _, a := range n.Edges.Addenda {
		intact = intact && IntactAddendum(a)
	}
	return &intact
}

// IntactAddendum tells whether an addendum is what was added.
func IntactAddendum(a *ent.NoteAddendum) bool { return bytes.Equal(a.Seal, sealOfAddendum(a)) }

func orNone(id *uuid.UUID) string {
	if id == nil {
		return ""
	}
	return id.String()
}

// moment is a time as the database keeps it, to the microsecond.
func moment(at *time.Time) string {
	if at == nil {
		return ""
	}
	return at.UTC().Format("2006-01-02T15:04:05.000000Z")
}
