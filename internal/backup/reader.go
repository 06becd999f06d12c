package backup

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
)

// Foreign and damaged files. Neither changes anything.
var (
	ErrForeign = errors.New("this is not a backup of Lanyard")
	ErrDamaged = errors.New("the backup is damaged or cut off: take another one")
)

// reader reads the file, and each member only when it is whole.
type reader struct {
	zip     *gzip.Reader
	tar     *tar.Reader
	name    string
	content []byte
}

func newReader(r io.Reader) (*reader, error) {
	zip, err := gzip.NewReader(r)
	if err != nil {
		return nil, ErrForeign
	}
	in := &reader{zip: zip, tar: tar.NewReader(zip)}
	head, err := in.tar.Next()
	if err != nil || head.Name != headName {
		return nil, ErrForeign
	}
	return in, in.load(head)
}

// next reads the next member; name is empty at the end.
func (r *reader) next() error {
	r.name, r.content = "", nil
	head, err := r.tar.Next()
	if errors.Is(err, io.EOF) {
		return r.drain()
	}
	if err != nil {
		return fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	return r.load(head)
}

func (r *reader) load(head *tar.Header) error {
	if head.Typeflag != tar.TypeReg || head.Size > pieceSize {
		return fmt.Errorf("%w (%s is none of its parts)", ErrDamaged, head.Name)
	}
	content := make([]byte, head.Size)
	if _, err := io.ReadFull(r.tar, content); err != nil {
		return fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != head.PAXRecords[sumRecord] {
		return fmt.Errorf("%w (%s does not fit its checksum)", ErrDamaged, head.Name)
	}
	r.name, r.content = head.Name, content
	return nil
}

// drain reads to the end of the file, where gzip keeps its own checksum.
func (r *reader) drain() error {
	if _, err := io.Copy(io.Discard, r.zip); err != nil {
		return fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	return nil
}

func (r *reader) document(name string, into any) error {
	if r.name != name {
		return fmt.Errorf("%w (%s is missing)", ErrDamaged, name)
	}
	if err := json.Unmarshal(r.content, into); err != nil {
		return fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	return nil
}

// rows are the rows of a table, from as many members as there are.
type rows struct {
	from  *reader
	table string
	sum   hash.Hash
	count int
	err   error
}

func (r *reader) rows(table string) *rows { return &rows{from: r, table: table, sum: sha256.New()} }

// Read implements io.Reader. The reader stands on the table's next piece or behind them.
func (r *rows) Read(into []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	if r.from.name != pieceName(r.table, r.count+1) {
		return 0, io.EOF
	}
	n := copy(into, r.from.content)
	r.sum.Write(into[:n])
	r.from.content = r.from.content[n:]
	if len(r.from.content) == 0 {
		r.count++
		r.err = r.from.next()
	}
	return n, nil
}

func (r *rows) sha256() string { return hex.EncodeToString(r.sum.Sum(nil)) }
