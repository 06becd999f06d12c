// Package download sends what is exported in pieces: of however many rows there are, one page is in
// memory. The log tells that it has begun before the first byte leaves, and how it ended, with the number
// of rows and the SHA-256 of what was sent, before the last one does.
package download

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"maps"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/activity"
)

// PageRows is how many rows a page has.
const PageRows = 1000

// File is an export that leaves by pages.
type File struct {
	// Name is what it is called, such as activity.csv, and Type its media type.
	Name, Type string
	// Leaves is the event of the export, without what only its end knows. Its id is known before.
	Leaves activity.Event
	// Total is how many rows there will be, as far as anybody can tell before.
	Total int
	// Pages gives each page to send, in order, until there are none.
	Pages func(ctx context.Context, send func(Page) error) error
}

// Page is a part of a file.
type Page struct {
	Bytes []byte
	Rows  int
	// Names is an event that has to be stored before the page leaves: whom it names. Nil: nobody.
	Names *activity.Event
	// Notes are added to the event of the export, such as where the file ends by now.
	Notes map[string]any
}

// Sum is what was sent.
type Sum struct {
	Rows   int
	SHA256 []byte
}

// sending is a download under way. The last page is held back: it leaves when the log knows of it.
type sending struct {
	log   *activity.Log
	out   io.Writer
	hash  hash.Hash
	event activity.Event
	held  Page
	sent  int
	// leaves is what was written in full.
	leaves bool
}

// Send writes f to out. Before each page but the first it asks whether that may still leave. When it fails,
// out is incomplete, and the log says so with the rows that were sent.
func Send(ctx context.Context, log *activity.Log, f File, out io.Writer, may func(context.Context) error) (Sum, error) {
	s := &sending{log: log, out: out, hash: sha256.New(), event: f.Leaves}
	if s.event.Changes == nil {
		s.event.Changes = map[string]any{}
	}
	s.note("file", f.Name)
	if err := log.Store(ctx, begun(s.event)); err != nil {
		return Sum{}, err
	}
	err := f.Pages(ctx, func(p Page) error {
		if s.leaves {
			if err := may(ctx); err != nil {
				return err
			}
		}
		return s.page(ctx, p)
	})
	if err == nil {
		err = s.end(ctx)
	}
	if err != nil {
		return Sum{}, s.breakOff(ctx, err)
	}
	return Sum{s.sent, s.hash.Sum(nil)}, nil
}

// begun is the event of the beginning. It knows no rows yet.
func begun(e activity.Event) activity.Event {
	e.ID, e.Code, e.Action, e.Changes = uuid.Nil, "export.begun", activity.Read, maps.Clone(e.Changes)
	return e
}

func (s *sending) note(name string, value any) { s.event.Changes[name] = []any{nil, value} }

// page sends the page that was held back, and holds back p.
func (s *sending) page(ctx context.Context, p Page) error {
	if err := s.release(); err != nil {
		return err
	}
	if p.Names != nil {
		if err := s.log.Store(ctx, *p.Names); err != nil {
			return err
		}
	}
	for name, value := range p.Notes {
		s.note(name, value)
	}
	s.held, s.leaves = p, true
	s.hash.Write(p.Bytes)
	return ctx.Err()
}

func (s *sending) release() error {
	if _, err := s.out.Write(s.held.Bytes); err != nil {
		return err
	}
	s.sent += s.held.Rows
	s.held = Page{}
	return nil
}

func (s *sending) end(ctx context.Context) error {
	done := s.event
	done.RowCount = s.sent + s.held.Rows
	done.Changes["sha256"] = []any{nil, hex.EncodeToString(s.hash.Sum(nil))}
	if err := s.log.Store(ctx, done); err != nil {
		return err
	}
	s.event.ID = uuid.Nil // it is taken
	return s.release()
}

// storing is how long an end may take to be stored after whoever asked is gone.
const storing = 5 * time.Second

// breakOff stores that the download has not come to its end.
func (s *sending) breakOff(ctx context.Context, why error) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), storing)
	defer cancel()
	broken := s.event
	broken.Outcome, broken.Reason, broken.RowCount = activity.Failed, "broken off", s.sent
	delete(broken.Changes, "sha256")
	if err := s.log.Store(ctx, broken); err != nil {
		return err
	}
	return why
}
