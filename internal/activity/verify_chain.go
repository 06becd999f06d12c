package activity

import (
	"bytes"
	"fmt"
	"strconv"
	"time"

	"github.com/google/uuid"
)

// chain follows the events of one account. seq and hash are those of the last event that was
// right; after a bad one they stay, and the events behind it only help to say what happened.
type chain struct {
	report AccountReport
	key    []byte
	seq    int64
	hash   []byte
	// ends are the checkpoints still to come, and sure the number that the last one proved.
	ends []knownEnd
	sure int64
	// bad is the row of the first bad event, where those behind it may tell more.
	bad *Row
}

func newChain(account uuid.UUID, key []byte, ends []knownEnd) *chain {
	return &chain{report: AccountReport{Account: account}, key: key, hash: chainStart(account), ends: ends}
}

// take looks at the next sealed event.
func (c *chain) take(row Row) {
	c.report.Events++
	if c.report.Bad != nil {
		c.explain(row)
		return
	}
	if fault, detail := c.judge(row); fault != "" {
		c.fail(row, fault, detail)
		return
	}
	c.seq, c.hash = row.Seal.Seq, row.Seal.Hash
	c.compare(row)
}

// judge tells what is wrong with the event that should come next.
func (c *chain) judge(row Row) (fault Fault, detail string) {
	s, next := row.Seal, c.seq+1
	switch {
	case s.Seq > next:
		return Missing, fmt.Sprintf("there is no event %s", span(next, s.Seq-1))
	case s.Seq < next:
		return Inserted, fmt.Sprintf("there is another event with number %d", s.Seq)
	case row.event == nil:
		return Missing, "its seal is there, the event is not"
	case row.event[fieldID] != s.Event.String() || row.event[fieldAccount] != row.Account.String():
		return Altered, "it is not the event, or not of the account, that its seal names"
	case c.fits(c.hash, next, row, s.Hash) && bytes.Equal(s.PrevHash, c.hash):
		return "", ""
	case c.fits(c.hash, next, row, s.Hash):
		return Altered, "the event is as it was stored, its seal is not"
	}
	if sealed := c.trueNumber(row); sealed > next {
		return Missing, fmt.Sprintf("there were %d more events before this one, and the rest was numbered anew", sealed-next)
	}
	return Altered, "it does not fit its hash"
}

// fits tells whether the hash is that of the row's event at this place.
func (c *chain) fits(prev []byte, seq int64, row Row, hash []byte) bool {
	return row.event != nil && bytes.Equal(chainHash(c.key, prev, seq, canonical(row.event)), hash)
}

// trueNumber looks for the number that the event was sealed with, and gives 0 when it is not
// near.
func (c *chain) trueNumber(row Row) int64 {
	if row.event == nil {
		return 0
	}
	const far = 10_000
	form := canonical(row.event)
	for seq := max(1, row.Seal.Seq-far); seq < row.Seal.Seq+far; seq++ {
		if bytes.Equal(chainHash(c.key, row.Seal.PrevHash, seq, form), row.Seal.Hash) {
			return seq
		}
	}
	return 0
}

// explain uses an event behind the first bad one to say better what happened.
func (c *chain) explain(row Row) {
	bad := c.report.Bad
	if c.bad == nil || bad.Fault == Inserted || bad.Fault == Reordered {
		return
	}
	next := c.seq + 1
	if c.fits(c.hash, next, row, c.bad.Seal.Hash) {
		bad.Fault, bad.Detail = Reordered, fmt.Sprintf("its place is that of event %s", row.event[fieldID])
		return
	}
	if !c.fits(c.hash, next, row, row.Seal.Hash) {
		return
	}
	bad.Fault, bad.Detail = Inserted, fmt.Sprintf("its number is that of event %s", row.event[fieldID])
	if c.trueNumber(*c.bad) > 0 {
		bad.Fault = Reordered
	}
}

// compare holds the event against the checkpoints with its number.
func (c *chain) compare(row Row) {
	for len(c.ends) > 0 && c.ends[0].seq <= c.seq {
		end := c.ends[0]
		c.ends = c.ends[1:]
		if !bytes.Equal(end.hash[:], c.hash) {
			c.fail(row, Replaced, fmt.Sprintf("%s knew another event %d: it or one of those from %d on was sealed anew",
				end, end.seq, c.sure+1))
			return
		}
		c.sure = end.seq
	}
}

// finish reports events that the checkpoints know and the chain does not.
func (c *chain) finish() {
	if c.report.Bad != nil || len(c.ends) == 0 {
		return
	}
	last := c.ends[len(c.ends)-1]
	c.report.Bad = &Finding{Seq: c.seq + 1, Fault: CutOff, Detail: fmt.Sprintf("event %s was there at %s", span(c.seq+1, last.seq), last)}
}

func (c *chain) fail(row Row, fault Fault, detail string) {
	c.report.Bad = finding(row, fault, detail)
	if fault == Missing && row.Seal.Seq > c.seq+1 {
		*c.report.Bad = Finding{Seq: c.seq + 1, Fault: Missing, Detail: detail}
		return
	}
	if fault != Replaced {
		c.bad = &row
	}
}

// unsealed takes an event without a seal. One that is said to come from the future is late:
// else it could wait for ever.
func (c *chain) unsealed(row Row, at time.Time) {
	f := finding(row, Unsealed, "it has no place in the chain: nobody can tell whether it is as it was stored")
	if age := at.Sub(f.OccurredAt); age.Abs() <= sealedWithin {
		c.report.Waiting++
		return
	}
	c.report.Late++
	if c.report.Late <= lateListed {
		c.report.Unsealed = append(c.report.Unsealed, *f)
	}
}

func finding(row Row, fault Fault, detail string) *Finding {
	f := &Finding{Fault: fault, Detail: detail}
	if row.Seal != nil {
		f.Seq, f.ID = row.Seal.Seq, row.Seal.Event
	}
	if row.event == nil {
		return f
	}
	if id, err := uuid.Parse(row.event[fieldID]); err == nil {
		f.ID = id
	}
	if microseconds, err := strconv.ParseInt(row.event[fieldOccurredAt], 10, 64); err == nil {
		f.OccurredAt = time.UnixMicro(microseconds).UTC()
	}
	return f
}

func span(from, to int64) string {
	if from >= to {
		return strconv.FormatInt(from, 10)
	}
	return fmt.Sprintf("%d to %d", from, to)
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }
