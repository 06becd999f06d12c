package activitylog

import (
	"context"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
	"lanyard/internal/page"
)

// MostExported is how many events a page of an export may have.
const MostExported = 1000

// Export is a page of the log to be kept elsewhere.
type Export struct {
	*page.Page[*ent.Event]
	// Until is the end of the export: what happens later, such as the export itself, is not in it.
	Until time.Time
}

// ExportActivity reads a page of an export of the log, the newest event first. Each page is an
// event with its number of rows. The first page fixes the end of the export; given as the
// filter's Until for the others, all of them together hold as many events as any of them counts.
func ExportActivity(ctx context.Context, log *activity.Log, account uuid.UUID, f Filter, args page.Args) (*Export, error) {
	asked := f.told()
	if now := time.Now().UTC().Truncate(time.Microsecond); f.Until == nil || f.Until.After(now) {
		f.Until = &now
	}
	p, err := cut(ctx, reader{log.Reader(), account}, f, args, MostExported)
	if err != nil {
		return nil, err
	}
	e := read(account, f, len(p.Nodes))
	e.Code, e.Action, e.Changes = "log.exported", activity.Execute, asked
	return &Export{p, *f.Until}, activity.Note(ctx, e)
}
