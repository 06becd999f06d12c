package feed

import (
	"context"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/apitokens"
	"lanyard/internal/database"
	"lanyard/internal/live"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

// inOnePage is how many changes a stream tells at once.
const inOnePage = 100

// away is the pause after the database has not answered.
const away = 2 * time.Second

// Follower reads on as long as the viewer may.
type Follower struct {
	DB  *database.DB
	Log *activity.Log
	Hub *live.Hub
}

// Follow gives what changes after a cursor, page by page, until ctx ends. It closes the channel when the
// viewer's sign-in or token has ended, or does not let into the account any more. A page is read just
// before it is taken: a slow reader keeps nothing waiting, and is given nothing that was closed meanwhile.
func (f Follower) Follow(ctx context.Context, account uuid.UUID, after string) (<-chan *Page, error) {
	watch, err := f.Hub.Watch(access.ViewerFrom(ctx), account)
	if err != nil {
		return nil, err
	}
	first, err := After(ctx, f.Log, account, after, inOnePage)
	if err != nil {
		watch.Close()
		return nil, err
	}
	out := make(chan *Page)
	go func() {
		defer close(out)
		defer watch.Close()
		reader := reader{f, account, after, first}
		reader.run(ctx, watch, out)
	}()
	return out, nil
}

// reader is where a stream is.
type reader struct {
	Follower
	account uuid.UUID
	after   string
	// page is what comes next; nil: it has to be read.
	page *Page
}

func (r *reader) run(ctx context.Context, watch *live.Watch, out chan<- *Page) {
	look := time.NewTicker(watch.Look())
	defer look.Stop()
	for ctx.Err() == nil {
		if err := r.read(ctx); problem.As(err) != nil {
			return
		} else if err != nil { // the database is away
			wait(ctx, away)
			continue
		}
		page := r.page
		r.page = nil
		if len(page.Nodes) > 0 {
			select {
			case out <- page:
			case <-look.C:
				continue // nobody took it: by now it may be another one
			case <-ctx.Done():
				return
			}
		}
		r.after = page.Cursor
		if page.HasMore {
			continue
		}
		select {
		case <-watch.Wake:
		case <-look.C:
		case <-ctx.Done():
		}
	}
}

// read reads what comes next, as the viewer that asks now.
func (r *reader) read(ctx context.Context) error {
	if r.page != nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	viewer, err := again(ctx, r.DB)
	if err != nil {
		return err
	}
	if !access.Member(viewer, r.account, time.Now().UnixMicro()) {
		return problem.Missing()
	}
	access.Become(ctx, viewer)
	r.page, err = After(ctx, r.Log, r.account, r.after, inOnePage)
	return err
}

// again loads who asks anew, without a use of the sign-in; nil: nobody does any more.
func again(ctx context.Context, db *database.DB) (*access.Viewer, error) {
	v := access.ViewerFrom(ctx)
	if v.ByToken() {
		return apitokens.Again(ctx, db, v)
	}
	return signin.Again(ctx, db, v)
}

func wait(ctx context.Context, pause time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(pause):
	}
}
