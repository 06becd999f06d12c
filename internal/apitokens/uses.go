package apitokens

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/database"
)

// storeEvery is how often uses are stored.
const storeEvery = 20 * time.Second

// Uses counts what is asked by tokens, and stores it now and then: no request waits for it.
type Uses struct {
	db      *database.DB
	log     *slog.Logger
	mu      sync.Mutex
	waiting map[uuid.UUID]use
	stop    chan struct{}
	ended   chan struct{}
}

type use struct {
	count int64
	at    time.Time
	from  string
}

// StartUses starts to count. Close stores what is left.
func StartUses(db *database.DB, log *slog.Logger) *Uses {
	u := &Uses{db: db, log: log, waiting: map[uuid.UUID]use{}, stop: make(chan struct{}), ended: make(chan struct{})}
	go u.run()
	return u
}

// Add counts one request by a token.
func (u *Uses) Add(token uuid.UUID, from string) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.waiting[token] = use{u.waiting[token].count + 1, time.Now(), from}
}

// Close stores what is left, and ends the counting.
func (u *Uses) Close() {
	close(u.stop)
	<-u.ended
}

func (u *Uses) run() {
	defer close(u.ended)
	tick := time.NewTicker(storeEvery)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			u.store()
		case <-u.stop:
			u.store()
			return
		}
	}
}

// store stores what was counted. What cannot be stored waits for the next time.
func (u *Uses) store() {
	u.mu.Lock()
	counted := u.waiting
	u.waiting = map[uuid.UUID]use{}
	u.mu.Unlock()
	if len(counted) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := u.send(ctx, counted); err != nil {
		u.log.Error("the uses of API tokens were not stored", "error", err)
		u.putBack(counted)
	}
}

func (u *Uses) send(ctx context.Context, counted map[uuid.UUID]use) error {
	var tokens []uuid.UUID
	var more []int64
	var last []time.Time
	var from []string
	for token, n := range counted {
		tokens, more, last, from = append(tokens, token), append(more, n.count), append(last, n.at), append(from, n.from)
	}
	return u.db.Send(ctx, func(b *pgx.Batch) { b.Queue(`SELECT add_token_uses($1, $2, $3, $4)`, tokens, more, last, from) })
}

func (u *Uses) putBack(counted map[uuid.UUID]use) {
	u.mu.Lock()
	defer u.mu.Unlock()
	for token, n := range counted {
		if later, again := u.waiting[token]; again {
			n.at, n.from = later.at, later.from
			n.count += later.count
		}
		u.waiting[token] = n
	}
}
