package live

import (
	"context"
	"sync"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/globalid"
	"lanyard/internal/signin"
)

// mostNoticed bounds what waits for a reader that is slow: beyond it there is one notice that
// says to look at everything.
const mostNoticed = 256

// stream is one browser that follows. It never keeps the hub waiting.
type stream struct {
	hub *Hub
	// viewer is who follows, as loaded last; the hub's lock guards it.
	viewer *access.Viewer
	wake   chan struct{}

	mu      sync.Mutex
	noticed map[subject]detail
}

func newStream(h *Hub, v *access.Viewer) *stream {
	s := &stream{hub: h, viewer: v, wake: make(chan struct{}, 1)}
	s.awake() // what changed since the viewer was loaded
	return s
}

func (s *stream) awake() {
	select {
	case s.wake <- struct{}{}:
	default: // it is awake
	}
}

// notice keeps what the viewer may see of a notice. The hub's lock is held.
func (s *stream) notice(n activity.Notice, now int64) {
	known := detail{mine: n.SignIn == s.viewer.SignIn}
	if n.Log {
		s.keep(access.ActivityLog, n, known, now)
	}
	if n.SignIns && n.Actor == s.viewer.Username {
		s.add(subject{kind: MySignIns}, known)
	}
	if section, err := access.ParseSection(n.Section); err == nil {
		if n.Entity != uuid.Nil {
			known.object = globalid.New(n.EntityType, n.Account, n.Entity)
		}
		if n.Client != uuid.Nil {
			known.client = globalid.New("Client", n.Account, n.Client)
		}
		s.keep(section, n, known, now)
	}
	if n.Concerns() {
		s.awake()
	}
}

func (s *stream) keep(section access.Section, n activity.Notice, known detail, now int64) {
	if access.Decide(s.viewer, n.Account, section, access.View, now) {
		s.add(subject{Section, n.Account, section}, known)
	}
}

func (s *stream) overflow() { s.add(subject{kind: Everything}, detail{}) }

func (s *stream) add(what subject, known detail) {
	s.mu.Lock()
	defer s.mu.Unlock()
	before, noticed := s.noticed[what]
	switch {
	case noticed:
		known = known.and(before)
	case len(s.noticed) >= mostNoticed:
		s.noticed = nil
		what, known = subject{kind: Everything}, detail{}
	}
	if s.noticed == nil {
		s.noticed = map[subject]detail{}
	}
	s.noticed[what] = known
	s.awake()
}

func (s *stream) take() map[subject]detail {
	s.mu.Lock()
	defer s.mu.Unlock()
	noticed := s.noticed
	s.noticed = nil
	return noticed
}

// run passes changes on, round by round. It ends with ctx, and when the sign-in has ended.
func (s *stream) run(ctx context.Context, out chan<- *Change) {
	look := time.NewTicker(s.hub.options.Look)
	defer look.Stop()
	stood := standingOf(s.viewer, time.Now().UnixMicro())
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		case <-look.C:
		}
		noticed := s.take()
		viewer, err := s.again(ctx)
		switch {
		case err != nil: // the database is away: once it is back, all is looked at
			s.overflow()
			wait(ctx, away)
			continue
		case viewer == nil:
			return
		}
		now := time.Now().UnixMicro()
		access.Become(ctx, viewer)
		send(ctx, out, judge(stood, viewer, noticed, now))
		stood = standingOf(viewer, now)
		wait(ctx, s.hub.options.Pause)
	}
}

// away is the pause after the database has not answered.
const away = 2 * time.Second

// again loads the viewer anew, without a use of the sign-in: a stream must not keep alive what
// nobody uses.
func (s *stream) again(ctx context.Context) (*access.Viewer, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	viewer, err := signin.Again(ctx, s.hub.db, s.viewer)
	if err == nil && viewer != nil {
		s.hub.become(s, viewer)
	}
	return viewer, err
}

func wait(ctx context.Context, pause time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(pause):
	}
}

func send(ctx context.Context, out chan<- *Change, changes []*Change) {
	for _, c := range changes {
		select {
		case <-ctx.Done():
			return
		case out <- c:
		}
	}
}
