package activity

import (
	"bufio"
	"cmp"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/google/uuid"
)

// Checkpoints are the ends of the chains that a file of checkpoints tells.
type Checkpoints struct {
	// Lines is how many checkpoints there are.
	Lines int
	// Problems tell which lines were changed, added or removed.
	Problems []string
	ends     map[uuid.UUID][]knownEnd
}

// knownEnd is where a chain ended for certain at a moment. All are kept, not the newest only:
// a chain that was cut off and grew again fits its newest checkpoint.
type knownEnd struct {
	seq  int64
	hash [sha256.Size]byte
	at   time.Time
	// byReview: a review keeps it, and no checkpoint.
	byReview bool
}

func (e knownEnd) String() string {
	if e.byReview {
		return "the review of " + stamp(e.at)
	}
	return "the checkpoint of " + stamp(e.at)
}

// ReadCheckpoints reads the file of the checkpoints. A file that is not there has none, and
// neither tells a last line that was not written to its end. Read it before the events that
// it is to be compared with.
func ReadCheckpoints(path string, keys Keys) (*Checkpoints, error) {
	c := &Checkpoints{ends: map[uuid.UUID][]knownEnd{}}
	f, err := os.Open(path) //nolint:gosec // the file is the operator's to choose
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the checkpoints: %w", err)
	}
	defer func() { _ = f.Close() }()
	if err := c.read(bufio.NewReaderSize(f, 1<<16), keys.public); err != nil {
		return nil, fmt.Errorf("read the checkpoints: %w", err)
	}
	for _, ends := range c.ends {
		slices.SortStableFunc(ends, func(a, b knownEnd) int { return cmp.Compare(a.seq, b.seq) })
	}
	return c, nil
}

func (c *Checkpoints) read(r *bufio.Reader, key ed25519.PublicKey) error {
	var previous [sha256.Size]byte
	for {
		line, err := r.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		line = line[:len(line)-1]
		c.Lines++
		c.take(line, hex.EncodeToString(previous[:]), key)
		previous = sha256.Sum256(line)
	}
}

// take adds what a line says if its signature is right.
func (c *Checkpoints) take(line []byte, previous string, key ed25519.PublicKey) {
	var signed signedLine
	var said checkpoint
	if json.Unmarshal(line, &signed) != nil || !ed25519.Verify(key, signed.Checkpoint, signed.Signature) ||
		json.Unmarshal(signed.Checkpoint, &said) != nil {
		c.Problems = append(c.Problems, fmt.Sprintf("line %d of the checkpoints has a wrong signature: it was changed, or another key signed it", c.Lines))
		return
	}
	if said.Previous != previous {
		c.Problems = append(c.Problems, fmt.Sprintf("line %d of the checkpoints does not follow the line before: a line was changed, added, moved or removed", c.Lines))
	}
	for _, e := range said.Ends {
		end := knownEnd{seq: e.Seq, at: said.Time}
		if hash, err := hex.DecodeString(e.Hash); err == nil {
			copy(end.hash[:], hash)
		}
		c.ends[e.Account] = append(c.ends[e.Account], end)
	}
}

// Until gives the checkpoints up to a moment: those that a backup of that moment must fit.
func (c *Checkpoints) Until(moment time.Time) *Checkpoints {
	earlier := &Checkpoints{Lines: c.Lines, Problems: c.Problems, ends: map[uuid.UUID][]knownEnd{}}
	for account, ends := range c.ends {
		for _, e := range ends {
			if !e.at.After(moment) {
				earlier.ends[account] = append(earlier.ends[account], e)
			}
		}
	}
	return earlier
}
