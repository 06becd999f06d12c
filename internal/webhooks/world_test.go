package webhooks_test

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/live"
	"lanyard/internal/sealing"
	"lanyard/internal/webhooks"
)

func TestMain(m *testing.M) { dbtest.Main(m) }

// late is when a test gives up waiting.
const late = 30 * time.Second

// practice is an account whose changes are told.
type practice struct {
	*dbtest.World
	t      *testing.T
	anna   *dbtest.Account
	keeper webhooks.Keeper
}

func newPractice(t *testing.T) *practice {
	t.Helper()
	p := &practice{World: dbtest.New(t), t: t}
	p.anna = p.Account("anna")
	keys, err := activity.LoadKeys(filepath.Join(t.TempDir(), "keys"))
	p.must(err)
	log, err := activity.StartSealer(p.DB, keys, activity.SealerOptions{Every: 5 * time.Millisecond})
	p.must(err)
	t.Cleanup(func() { _ = log.Close() })
	sealer, err := sealing.New(make([]byte, 32))
	p.must(err)
	p.keeper = webhooks.Keeper{DB: p.DB, Log: p.Log, Client: webhooks.NewClient(true), Sealer: sealer}
	return p
}

func (p *practice) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// hurried is a day of attempts in a moment.
func hurried() webhooks.Options {
	pauses := make([]time.Duration, 10)
	for i := range pauses {
		pauses[i] = time.Millisecond
	}
	return webhooks.Options{Pauses: pauses, Look: 20 * time.Millisecond, Log: slog.New(slog.DiscardHandler)}
}

// deliver starts a server of its own that tells; the function it gives stops it.
func (p *practice) deliver() (stop func()) {
	p.t.Helper()
	db, err := database.Open(context.Background(), p.URL, 8)
	p.must(err)
	log := activity.New(db)
	hub := live.Start(db, live.Options{Log: slog.New(slog.DiscardHandler)})
	d := webhooks.Start(db, log, hub, p.keeper.Client, p.keeper.Sealer, hurried())
	stop = sync.OnceFunc(func() { d.Close(); hub.Close(); log.Close(); db.Close() })
	p.t.Cleanup(stop)
	return stop
}

// add makes a webhook to a receiver.
func (p *practice) add(v *access.Viewer, r *receiver, kinds ...webhooks.Kind) *webhooks.Webhook {
	p.t.Helper()
	made, secret, err := p.keeper.Add(p.As(v), p.anna.ID, webhooks.Input{URL: r.URL, Kinds: kinds})
	p.must(err)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.secret = secret
	return made
}

// change stores a change, as any section does, and gives what changed.
func (p *practice) change(code string, s access.Section) string {
	row := uuid.New()
	e := activity.Event{Account: p.anna.ID, Code: code, Action: activity.Update, Section: s.String(), EntityType: "Client", Entities: []uuid.UUID{row}}
	if err := p.Log.Change(p.As(p.anna.Owner), e, func(context.Context, *activity.Tx, *activity.Event) error { return nil }); err != nil {
		p.t.Error(err)
	}
	return globalid.New("Client", p.anna.ID, row).String()
}

// the webhook as it is now.
func (p *practice) the(id uuid.UUID) *webhooks.Webhook {
	p.t.Helper()
	all, err := webhooks.List(p.As(p.anna.Owner), p.Log, p.anna.ID)
	p.must(err)
	i := slices.IndexFunc(all, func(w *webhooks.Webhook) bool { return w.ID == id })
	if i < 0 {
		p.t.Fatal("it is not listed")
	}
	return all[i]
}

// until waits for something.
func (p *practice) until(what string, ok func() bool) {
	p.t.Helper()
	for began := time.Now(); !ok(); time.Sleep(5 * time.Millisecond) {
		if time.Since(began) > late {
			p.t.Fatalf("it does not come: %s", what)
		}
	}
}

// got is a message as it came.
type got struct {
	id, code, entity string
	body             string
}

// receiver is a program that is told, on loopback.
type receiver struct {
	*httptest.Server
	t *testing.T

	mu     sync.Mutex
	secret string
	// all are the messages that came, signed as they must be.
	all []got
	// answers says what is answered; nil: 204.
	answers func(http.ResponseWriter, *http.Request)
}

func newReceiver(t *testing.T) *receiver {
	t.Helper()
	r := &receiver{t: t}
	r.Server = httptest.NewServer(http.HandlerFunc(r.serve))
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) serve(w http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(request.Body)
	r.mu.Lock()
	verifier, wrong := standardwebhooks.NewWebhook(r.secret)
	answers := r.answers
	r.mu.Unlock()
	if err != nil || wrong != nil || verifier.Verify(body, request.Header) != nil {
		r.t.Errorf("not signed as it must be: %s %v", body, request.Header)
	}
	var m struct {
		Type string
		Data struct {
			Account   string
			EntityIDs []string `json:"entityIds"`
		}
	}
	if err := json.Unmarshal(body, &m); err != nil || m.Type == "" || m.Data.Account == "" {
		r.t.Errorf("%s: %v", body, err)
	}
	g := got{id: request.Header.Get(standardwebhooks.HeaderWebhookID), code: m.Type, body: string(body)}
	if len(m.Data.EntityIDs) > 0 {
		g.entity = m.Data.EntityIDs[0]
	}
	r.mu.Lock()
	r.all = append(r.all, g)
	r.mu.Unlock()
	if answers != nil {
		answers(w, request)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (r *receiver) answer(how func(http.ResponseWriter, *http.Request)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.answers = how
}

func status(code int) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

func (r *receiver) messages() []got {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.all)
}

// entities are what the messages speak of, in their order.
func (r *receiver) entities() []string {
	var all []string
	for _, g := range r.messages() {
		all = append(all, g.entity)
	}
	return all
}

// sealed waits until nothing waits for its seal, and gives what changed, in the order of the log.
func (p *practice) sealed() []string {
	p.t.Helper()
	conn := p.connect()
	for left := 1; left > 0; time.Sleep(5 * time.Millisecond) {
		p.must(conn.QueryRow(p.t.Context(), `SELECT count(*) FROM unsealed`).Scan(&left))
	}
	rows, err := conn.Query(p.t.Context(), `SELECT entity_ids[1] FROM changes WHERE account_id = $1 AND entity_type = 'Client' ORDER BY seq`, p.anna.ID)
	p.must(err)
	ids, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
	p.must(err)
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = globalid.New("Client", p.anna.ID, id).String()
	}
	return all
}

func (p *practice) connect() *pgx.Conn {
	p.t.Helper()
	conn, err := pgx.Connect(p.t.Context(), p.OwnerURL)
	p.must(err)
	p.t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

// placeOf is up to where a webhook was told, and lastPlace where the changes end.
func (p *practice) placeOf(id uuid.UUID) (seq int64) {
	p.t.Helper()
	p.must(p.connect().QueryRow(p.t.Context(), `SELECT seq FROM webhooks WHERE id = $1`, id).Scan(&seq))
	return seq
}

func (p *practice) lastPlace() (seq int64) {
	p.t.Helper()
	p.sealed()
	p.must(p.connect().QueryRow(p.t.Context(), `SELECT max(seq) FROM changes WHERE account_id = $1`, p.anna.ID).Scan(&seq))
	return seq
}
