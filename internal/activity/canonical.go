package activity

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// canonicalVersion is the first of the canonical bytes. Columns that came later are part of them only where
// they say something, and add a number of their own to the version: each event has one form, and the seals
// of before there were such columns hold.
const (
	canonicalVersion = 1
	withToken        = 1
	withEmergency    = 2
	withView         = 4
)

// fields are all columns of an event, in the order of the canonical bytes. An event that is
// sealed or verified is the text of each, as PostgreSQL writes it.
var fields = []string{
	"id", "account_id", "occurred_at", "code", "action", "outcome", "reason",
	"actor_id", "actor_name", "actor_home_id", "role", "sign_in_id", "request_id", "ip", "user_agent",
	"section", "level_held", "level_needed", "entity_type", "entity_ids", "client_ids", "row_count", "changes",
	"authorization_id", "counterpart_id", "token_id", "token_name", "emergency_id",
	"seen_as_id", "seen_as_name",
}

const (
	fieldID, fieldAccount, fieldOccurredAt, fieldChanges, fieldToken, fieldTokenName, fieldEmergency = 0, 1, 2, 22, 25, 26, 27
	fieldCode, fieldAction, fieldOutcome, fieldSection                                               = 3, 4, 5, 15
	fieldSeenAs, fieldSeenAsName                                                                     = 28, 29
)

// asText selects all fields as text: times in microseconds since 1970 UTC, so that no setting
// of the connection changes them.
var asText = func() string {
	selected := make([]string, len(fields))
	for i, f := range fields {
		selected[i] = f + "::text"
	}
	selected[fieldOccurredAt] = "(extract(epoch FROM occurred_at) * 1000000)::bigint::text"
	return strings.Join(selected, ", ")
}()

// null stands for NULL, which no column may hold: PostgreSQL's text cannot hold a zero byte.
const null = "\x00"

// scanFields reads a row that ends with asText, after the columns into first. It gives nil
// where the row has no event.
func scanFields(row pgx.CollectableRow, first ...any) ([]string, error) {
	values := make([]*string, len(fields))
	for i := range values {
		first = append(first, &values[i])
	}
	if err := row.Scan(first...); err != nil {
		return nil, err
	}
	if values[fieldID] == nil {
		return nil, nil
	}
	texts := make([]string, len(fields))
	for i, v := range values {
		texts[i] = null
		if v != nil {
			texts[i] = *v
		}
	}
	return texts, nil
}

// canonical is the one form of an event that is hashed: the version, then each field as its
// length (an unsigned varint) and its text. JSON is written anew, without spaces and with
// sorted keys: PostgreSQL does not promise an order.
func canonical(event []string) []byte {
	b := []byte{canonicalVersion}
	told := event[:fieldToken:fieldToken]
	if isTold(event[fieldToken]) || event[fieldTokenName] != "" {
		b[0] += withToken
		told = append(told, event[fieldToken], event[fieldTokenName])
	}
	if isTold(event[fieldEmergency]) {
		b[0] += withEmergency
		told = append(told, event[fieldEmergency])
	}
	if isTold(event[fieldSeenAs]) || event[fieldSeenAsName] != "" {
		b[0] += withView
		told = append(told, event[fieldSeenAs], event[fieldSeenAsName])
	}
	for i, text := range told {
		if i == fieldChanges {
			text = sortedJSON(text)
		}
		b = binary.AppendUvarint(b, uint64(len(text)))
		b = append(b, text...)
	}
	return b
}

// isTold tells whether an id of a column that came later says something: an older export has no such column.
func isTold(id string) bool { return id != "" && id != uuid.Nil.String() }

// sortedJSON keeps numbers to the letter. What is no JSON stays as it is, and fits no hash.
func sortedJSON(text string) string {
	from := json.NewDecoder(strings.NewReader(text))
	from.UseNumber()
	var value any
	if from.Decode(&value) != nil {
		return text
	}
	var sorted bytes.Buffer
	to := json.NewEncoder(&sorted)
	to.SetEscapeHTML(false)
	if to.Encode(value) != nil {
		return text
	}
	return strings.TrimSuffix(sorted.String(), "\n")
}

// chainHash is the keyed hash of the event with this number, after the one that hashes to
// prev: HMAC-SHA256 (RFC 2104) over prev, the number as 8 bytes and the canonical bytes.
func chainHash(key, prev []byte, seq int64, canonical []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write(prev)
	mac.Write(binary.BigEndian.AppendUint64(nil, uint64(seq)))
	mac.Write(canonical)
	return mac.Sum(nil)
}

// chainStart is what the first event of an account follows. It is another one for each
// account: UNIQUE (account_id, prev_hash) then allows one first event each, and no chain can
// be passed off as another account's.
func chainStart(account uuid.UUID) []byte {
	sum := sha256.Sum256(append([]byte("lanyard chain of account "), account[:]...))
	return sum[:]
}
