package activity

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/database"
)

// NoteShown gathers a reading of something of one client, as Note does. What is open and what the app
// shows anew by itself is not opened again: that is called anew. Who says so must have opened it,
// within the same sign-in.
func (l *Log) NoteShown(ctx context.Context, e Event, anew string) error {
	again, err := l.isOpen(ctx, e)
	if err != nil {
		return fmt.Errorf("ask what is open: %w", err)
	}
	if again {
		e.Code = anew
	}
	return Note(ctx, e)
}

func (l *Log) isOpen(ctx context.Context, e Event) (bool, error) {
	viewer := access.ViewerFrom(ctx)
	if r, _ := RequestFrom(ctx); !r.Background || viewer == nil || len(e.Clients) != 1 {
		return false, nil
	}
	rows, err := l.Query(database.In(ctx, e.Account), `SELECT has_opened($1, $2, $3, $4)`, e.Code, e.Entities, e.Clients[0], viewer.SignIn)
	if err != nil {
		return false, err
	}
	return pgx.CollectExactlyOneRow(rows, pgx.RowTo[bool])
}
