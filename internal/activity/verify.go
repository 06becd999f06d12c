package activity

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"
)

// Fault is what is wrong with an event.
type Fault string

// The faults. Where only the last event of a chain does not fit, it may also be one that
// somebody without the key added.
const (
	Altered   Fault = "altered"
	Missing   Fault = "missing"
	Inserted  Fault = "inserted"
	Reordered Fault = "reordered"
	CutOff    Fault = "cut off"
	Replaced  Fault = "replaced"
	Unsealed  Fault = "unsealed"
)

// Finding is an event that is not as it was stored. What is not known is zero: of an event
// that is gone only its number is left, and its id if its seal is still there.
type Finding struct {
	Seq        int64
	ID         uuid.UUID
	OccurredAt time.Time
	Fault      Fault
	// Detail is a sentence that says more.
	Detail string
}

// sealedWithin is how long an event may wait for its seal before it is reported.
const sealedWithin = 5 * time.Minute

// lateListed is how many unsealed events of an account are listed; all are counted.
const lateListed = 20

// AccountReport is what the log of one account is like.
type AccountReport struct {
	// Account is all zeros for the log of the installation.
	Account uuid.UUID
	// Events is how many sealed events there are.
	Events int64
	// Waiting is how many events wait for their seal, as events of the last minutes do, and
	// Late how many wait too long.
	Waiting, Late int
	// Bad is the first event that is not as it was stored; nil: there is none.
	Bad *Finding
	// Unsealed are the first of those that wait too long.
	Unsealed []Finding
}

// Intact tells that nothing is wrong.
func (a AccountReport) Intact() bool { return a.Bad == nil && a.Late == 0 }

// Verify compares each event of the log with the hash chain of its account, and the chains
// with the checkpoints; nil: there are none. It fails when the log cannot be read to its end,
// and then says nothing about it.
func Verify(ctx context.Context, source Source, keys Keys, checkpoints *Checkpoints) (*Report, error) {
	if checkpoints == nil {
		checkpoints = &Checkpoints{}
	}
	r := &Report{At: source.At, Checkpoints: checkpoints.Lines, Problems: checkpoints.Problems}
	v := verifier{report: r, key: keys.log, checkpoints: checkpoints, seen: map[uuid.UUID]bool{}}
	for row, err := range source.Rows {
		if err == nil {
			err = v.take(row)
		}
		if err = errors.Join(err, ctx.Err()); err != nil {
			return nil, fmt.Errorf("verify the activity log: %w", err)
		}
	}
	v.finish()
	v.accountsGone()
	return r, nil
}

type verifier struct {
	report      *Report
	key         []byte
	checkpoints *Checkpoints
	seen        map[uuid.UUID]bool
	chain       *chain
}

func (v *verifier) take(row Row) error {
	if v.chain == nil || v.chain.report.Account != row.Account {
		v.finish()
		if v.seen[row.Account] {
			return fmt.Errorf("the rows of account %s do not stand together", row.Account)
		}
		v.seen[row.Account] = true
		v.chain = newChain(row.Account, v.key, v.checkpoints.ends[row.Account])
	}
	if row.Seal == nil {
		v.chain.unsealed(row, v.report.At)
		return nil
	}
	v.chain.take(row)
	return nil
}

func (v *verifier) finish() {
	if v.chain == nil {
		return
	}
	v.chain.finish()
	v.report.Accounts = append(v.report.Accounts, v.chain.report)
	v.chain = nil
}

// accountsGone reports accounts that the checkpoints know and the log does not.
func (v *verifier) accountsGone() {
	for _, account := range slices.SortedFunc(maps.Keys(v.checkpoints.ends), func(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) }) {
		if !v.seen[account] {
			v.chain = newChain(account, v.key, v.checkpoints.ends[account])
			v.finish()
		}
	}
}
