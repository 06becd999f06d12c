package live

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Options bound the streams. What is zero gets the default.
type Options struct {
	// EachSignIn is how many streams one sign-in, or one API token, may have: 8. A browser needs one.
	EachSignIn int
	// EachUsername is how many all sign-ins and tokens of one username may have: 32. Nobody's many sign-ins take the
	// streams of all others.
	EachUsername int
	// All is how many streams the server has: 2000.
	All int
	// Look is how often a stream looks by itself whether the sign-in still lives: 15 s. Nobody
	// gives notice of a time that runs out.
	Look time.Duration
	// Pause is the least time between two rounds of changes: 250 ms.
	Pause time.Duration
	Log   *slog.Logger
}

func (o Options) withDefaults() Options {
	if o.EachSignIn == 0 {
		o.EachSignIn = 8
	}
	if o.EachUsername == 0 {
		o.EachUsername = 32
	}
	if o.All == 0 {
		o.All = 2000
	}
	if o.Look == 0 {
		o.Look = 15 * time.Second
	}
	if o.Pause == 0 {
		o.Pause = 250 * time.Millisecond
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return o
}

// Hub passes the notices of the database on to the streams of this server.
type Hub struct {
	db      *database.DB
	options Options
	stop    context.CancelFunc
	ended   chan struct{}

	// lost tells that the loss of the connection was logged.
	lost bool

	mu      sync.Mutex
	streams map[*stream]struct{}
	// open counts all streams, askers those of each sign-in and token, and usernames those of each username.
	open              int
	askers, usernames map[uuid.UUID]int
	// feeds are those who read the changes of an account in order; those of all accounts have no account.
	feeds map[uuid.UUID]map[*Watch]struct{}
	// concerned are the streams by the accounts that their viewers are linked to, and by
	// their usernames.
	concerned map[uuid.UUID]map[*stream]struct{}
}

// Start hears the database until Close.
func Start(db *database.DB, options Options) *Hub {
	ctx, stop := context.WithCancel(context.Background())
	h := &Hub{
		db: db, options: options.withDefaults(), stop: stop, ended: make(chan struct{}),
		streams: map[*stream]struct{}{}, askers: map[uuid.UUID]int{}, usernames: map[uuid.UUID]int{}, concerned: map[uuid.UUID]map[*stream]struct{}{},
		feeds: map[uuid.UUID]map[*Watch]struct{}{},
	}
	go func() {
		defer close(h.ended)
		db.Listen(ctx, activity.Channel, listener{h})
	}()
	return h
}

// Close stops hearing. The streams end with their requests.
func (h *Hub) Close() {
	h.stop()
	<-h.ended
}

// Follow gives what changes for the viewer of ctx, until ctx or the sign-in ends. It closes the
// channel when the sign-in has ended.
func (h *Hub) Follow(ctx context.Context) (<-chan *Change, error) {
	s := newStream(h, access.ViewerFrom(ctx))
	if err := h.join(s); err != nil {
		return nil, err
	}
	out := make(chan *Change)
	go func() {
		defer close(out)
		defer h.leave(s)
		s.run(ctx, out)
	}()
	return out, nil
}

var (
	errManyOfSignIn   = tooMany("Lanyard is open in too many windows here. Close some of them.")
	errManyOfUsername = tooMany("Your username is signed in in too many places at once. Close windows, or end sign-ins that you do not use, in My Access.")
	errManyOfAll      = tooMany("Too many people use Lanyard at this moment for changes to show by themselves. Reload the page to see what is new.")
)

func tooMany(sentence string) error {
	return problem.New(problem.RateLimited, "%s", sentence).With("retryAfter", 15)
}

func (h *Hub) join(s *stream) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := h.enter(s.viewer); err != nil {
		return err
	}
	h.streams[s] = struct{}{}
	h.index(s, s.viewer)
	return nil
}

func (h *Hub) leave(s *stream) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.streams, s)
	h.exit(s.viewer)
	h.unindex(s)
}

// enter counts a stream, or refuses one too many. The lock is held, as by exit.
func (h *Hub) enter(v *access.Viewer) error {
	switch {
	case h.askers[asker(v)] >= h.options.EachSignIn:
		return errManyOfSignIn
	case h.usernames[v.Username] >= h.options.EachUsername:
		return errManyOfUsername
	case h.open >= h.options.All:
		return errManyOfAll
	}
	h.open++
	h.askers[asker(v)]++
	h.usernames[v.Username]++
	return nil
}

func (h *Hub) exit(v *access.Viewer) {
	h.open--
	less(h.askers, asker(v))
	less(h.usernames, v.Username)
}

func less(counted map[uuid.UUID]int, id uuid.UUID) {
	if counted[id]--; counted[id] == 0 {
		delete(counted, id)
	}
}

// asker is the sign-in or the token that asks.
func asker(v *access.Viewer) uuid.UUID {
	if v.ByToken() {
		return v.Token.ID
	}
	return v.SignIn
}

// become changes whom a stream stands for: the same sign-in, with other links.
func (h *Hub) become(s *stream, v *access.Viewer) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.unindex(s)
	h.index(s, v)
}

func (h *Hub) index(s *stream, v *access.Viewer) {
	s.viewer = v
	for _, id := range concerns(v) {
		if h.concerned[id] == nil {
			h.concerned[id] = map[*stream]struct{}{}
		}
		h.concerned[id][s] = struct{}{}
	}
}

func (h *Hub) unindex(s *stream) {
	for _, id := range concerns(s.viewer) {
		if delete(h.concerned[id], s); len(h.concerned[id]) == 0 {
			delete(h.concerned, id)
		}
	}
}

func concerns(v *access.Viewer) []uuid.UUID {
	ids := []uuid.UUID{v.Username}
	for _, l := range v.Links {
		ids = append(ids, l.Account)
	}
	return ids
}

// tell passes a notice on to whom it concerns.
func (h *Hub) tell(n activity.Notice) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if n.Feed {
		h.wake(uuid.Nil)
	}
	if n.Feed || n.Concerns() {
		h.wake(n.Account)
	}
	now := time.Now().UnixMicro()
	for s := range h.concerned[n.Account] {
		s.notice(n, now)
	}
	if !n.Concerns() {
		return
	}
	for s := range h.concerned[n.Actor] {
		s.notice(n, now)
	}
}

// tellAll has every stream look again.
func (h *Hub) tellAll() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range h.streams {
		s.overflow()
	}
	for account := range h.feeds {
		h.wake(account)
	}
}

// listener is the hub as the database sees it.
type listener struct{ hub *Hub }

// Connected implements database.Listener.
func (l listener) Connected() {
	if l.hub.lost {
		l.hub.options.Log.Info("live changes are heard again")
	}
	l.hub.lost = false
	l.hub.tellAll()
}

// Heard implements database.Listener.
func (l listener) Heard(payload string) {
	for line := range strings.Lines(payload) {
		if n := activity.ParseNotice(line); n != (activity.Notice{}) {
			l.hub.tell(n)
		} else {
			l.hub.tellAll()
		}
	}
}

// Lost implements database.Listener.
func (l listener) Lost(err error) {
	if !l.hub.lost {
		l.hub.options.Log.Warn("live changes are not heard: the connection to the database is made anew", "error", err)
	}
	l.hub.lost = true
}
