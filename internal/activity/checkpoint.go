package activity

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/google/uuid"
)

// A checkpoint is a line of a file outside the database: where the chains ended at a moment.
// A chain alone does not show that its newest events were cut off, or all of it replaced by
// somebody with the key.
type checkpoint struct {
	Time time.Time `json:"time"`
	// Ends are those that moved since the line before.
	Ends []endOfChain `json:"ends"`
	// Previous is the SHA-256 of the line before, all zeros in the first.
	Previous string `json:"previous"`
}

type endOfChain struct {
	Account uuid.UUID `json:"account"`
	Seq     int64     `json:"seq"`
	Hash    string    `json:"hash"`
}

// signedLine is a line of the file. The signature (Ed25519, RFC 8032) is over the bytes of
// the checkpoint as they stand there.
type signedLine struct {
	Checkpoint json.RawMessage `json:"checkpoint"`
	Signature  []byte          `json:"signature"`
}

// ledger appends checkpoints to the file.
type ledger struct {
	file     *os.File
	size     int64
	previous [sha256.Size]byte
	keys     Keys
	waiting  map[uuid.UUID]chainEnd
	written  time.Time
}

// openLedger opens the file and cuts off a line that was not written to its end: what it was
// to say is said again with the next event of its accounts.
func openLedger(path string, keys Keys) (*ledger, error) {
	l := &ledger{keys: keys, waiting: map[uuid.UUID]chainEnd{}}
	if path == "" {
		return l, nil
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600) //nolint:gosec // the file is the operator's to choose
	if err != nil {
		return nil, fmt.Errorf("open the checkpoints: %w", err)
	}
	l.file = f
	if err := l.resume(); err != nil {
		return nil, errors.Join(fmt.Errorf("read the checkpoints: %w", err), f.Close())
	}
	return l, nil
}

func (l *ledger) resume() error {
	line, end, err := lastLine(l.file)
	if err != nil {
		return err
	}
	if line != nil {
		l.previous = sha256.Sum256(line)
	}
	l.size = end
	return l.file.Truncate(end)
}

// lastLine gives the last whole line and where it ends, reading the file from its end.
func lastLine(f *os.File) (line []byte, end int64, err error) {
	const block = 1 << 16
	start, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, 0, err
	}
	var tail []byte
	for start > 0 && bytes.Count(tail, []byte{'\n'}) < 2 {
		more := make([]byte, min(block, start))
		start -= int64(len(more))
		if _, err := f.ReadAt(more, start); err != nil {
			return nil, 0, err
		}
		tail = append(more, tail...)
	}
	stop := bytes.LastIndexByte(tail, '\n')
	if stop < 0 {
		return nil, 0, nil
	}
	return tail[bytes.LastIndexByte(tail[:stop], '\n')+1 : stop], start + int64(stop) + 1, nil
}

// moved remembers ends for the next line.
func (l *ledger) moved(ends map[uuid.UUID]chainEnd) {
	if l.file == nil {
		return
	}
	for account, end := range ends {
		l.waiting[account] = end
	}
}

func (l *ledger) writeIfDue(every time.Duration) error {
	if len(l.waiting) == 0 || time.Since(l.written) < every {
		return nil
	}
	return l.write()
}

// write appends a line and waits until it is on the disk. After a failure the line is cut off
// and what it said waits for the next.
func (l *ledger) write() error {
	line, err := l.line()
	if err != nil {
		return err
	}
	_, err = l.file.WriteAt(append(line, '\n'), l.size)
	if err = errors.Join(err, l.file.Sync()); err != nil {
		return errors.Join(fmt.Errorf("write a checkpoint: %w", err), l.file.Truncate(l.size))
	}
	l.size += int64(len(line)) + 1
	l.previous, l.written = sha256.Sum256(line), time.Now()
	clear(l.waiting)
	return nil
}

func (l *ledger) line() ([]byte, error) {
	c := checkpoint{Time: time.Now().UTC().Truncate(time.Microsecond), Previous: hex.EncodeToString(l.previous[:])}
	for account, end := range l.waiting {
		c.Ends = append(c.Ends, endOfChain{account, end.seq, hex.EncodeToString(end.hash)})
	}
	said, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	return json.Marshal(signedLine{said, ed25519.Sign(l.keys.sign, said)})
}

func (l *ledger) close() error {
	if l.file == nil {
		return nil
	}
	var err error
	if len(l.waiting) > 0 {
		err = l.write()
	}
	return errors.Join(err, l.file.Close())
}
