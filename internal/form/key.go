package form

import (
	"strconv"

	"github.com/google/uuid"
)

// The fewest and the most characters of a key: fewer would be the same by chance.
const minKey, maxKey = 16, 100

// Key is the id of what a form makes. It follows from the form's key and the account, so that a form
// that is sent twice finds what it made the first time.
func (c *Checks) Key(account uuid.UUID, key string) uuid.UUID {
	if line := c.Line("key", &key, maxKey); len(line) < minKey {
		c.Fail("key", "A key has %d to %d characters, others for each form.", minKey, maxKey)
	}
	return KeyID(account, key)
}

// KeyID is the id of what a form with that key makes in an account.
func KeyID(account uuid.UUID, key string) uuid.UUID { return uuid.NewSHA1(account, []byte(key)) }

// PartID is the id of one of the things that a form makes.
func PartID(form uuid.UUID, n int) uuid.UUID { return uuid.NewSHA1(form, []byte(strconv.Itoa(n))) }
