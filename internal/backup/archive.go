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
	"time"
)

const (
	headName     = "backup.json"
	manifestName = "manifest.json"
	// sumRecord is the PAX record (POSIX.1-2001) with the SHA-256 of a member.
	sumRecord = "LANYARD.sha256"
	// pieceSize is the most that a member holds: a tar says the size before the content.
	pieceSize = 1 << 20
)

// archive writes the file.
type archive struct {
	zip *gzip.Writer
	tar *tar.Writer
}

func newArchive(w io.Writer) *archive {
	zip, _ := gzip.NewWriterLevel(w, gzip.BestSpeed) // the level is one it knows
	return &archive{zip, tar.NewWriter(zip)}
}

func (a *archive) document(name string, content any) error {
	text, err := json.MarshalIndent(content, "", "\t")
	if err != nil {
		return err
	}
	return a.member(name, append(text, '\n'))
}

func (a *archive) member(name string, content []byte) error {
	sum := sha256.Sum256(content)
	err := a.tar.WriteHeader(&tar.Header{
		Typeflag: tar.TypeReg, Name: name, Size: int64(len(content)), Mode: 0o600, ModTime: time.Now(),
		Format: tar.FormatPAX, PAXRecords: map[string]string{sumRecord: hex.EncodeToString(sum[:])},
	})
	if err != nil {
		return fmt.Errorf("write the backup: %w", err)
	}
	if _, err := a.tar.Write(content); err != nil {
		return fmt.Errorf("write the backup: %w", err)
	}
	return nil
}

func (a *archive) close() error {
	if err := errors.Join(a.tar.Close(), a.zip.Close()); err != nil {
		return fmt.Errorf("write the backup: %w", err)
	}
	return nil
}

// pieces cuts the rows of a table into members.
type pieces struct {
	archive *archive
	table   string
	sum     hash.Hash
	held    []byte
	count   int
}

func (a *archive) table(name string) *pieces {
	return &pieces{archive: a, table: name, sum: sha256.New(), held: make([]byte, 0, pieceSize)}
}

// Write implements io.Writer.
func (p *pieces) Write(rows []byte) (int, error) {
	p.sum.Write(rows)
	for rest := rows; len(rest) > 0; {
		n := min(len(rest), pieceSize-len(p.held))
		p.held, rest = append(p.held, rest[:n]...), rest[n:]
		if len(p.held) < pieceSize {
			break
		}
		if err := p.flush(); err != nil {
			return 0, err
		}
	}
	return len(rows), nil
}

func (p *pieces) flush() error {
	p.count++
	err := p.archive.member(pieceName(p.table, p.count), p.held)
	p.held = p.held[:0]
	return err
}

// close writes what is left and gives the SHA-256 of all rows.
func (p *pieces) close() (string, error) {
	sum := hex.EncodeToString(p.sum.Sum(nil))
	if len(p.held) == 0 {
		return sum, nil
	}
	return sum, p.flush()
}

func pieceName(table string, n int) string { return fmt.Sprintf("tables/%s/%06d", table, n) }
