package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
)

// scenario is the world of one script: a server on a database of its own, and browsers.
type scenario struct {
	tb testing.TB
	// ctx outlives the test until its clean-up.
	ctx    context.Context
	world  *dbtest.World
	server *httptest.Server
	// owner reaches the database behind the walls.
	owner *pgx.Conn
	// documents are what the app under test may send.
	documents *registered
	keys      activity.Keys
	browsers  map[string]*http.Client
	name      string
	// last and before are the last answer and the one before it.
	last, before answer
	remembered   map[string]string
	// accounts are the home accounts of usernames that a command has set up.
	accounts map[string]string
	tables   []string
	traces   traces
}

// newScenario starts a server. What it left behind is checked when the test ends.
func newScenario(tb testing.TB) *scenario {
	tb.Helper()
	w := dbtest.New(tb)
	s := &scenario{
		tb: tb, ctx: context.WithoutCancel(tb.Context()), world: w, documents: new(registered),
		browsers: map[string]*http.Client{}, remembered: map[string]string{}, accounts: map[string]string{},
	}
	var err error
	if s.owner, err = pgx.Connect(s.ctx, w.OwnerURL); err != nil {
		tb.Fatal(err)
	}
	if s.keys, err = activity.LoadKeys(filepath.Join(tb.TempDir(), "keys")); err != nil {
		tb.Fatal(err)
	}
	log := slog.New(slog.NewJSONHandler(&s.traces, &slog.HandlerOptions{Level: slog.LevelDebug}))
	s.server = httptest.NewServer(newHandler(config{}, parts{db: w.DB, events: w.Log, prover: w.Prover, app: &app{}, documents: s.documents, log: log}))
	tb.Cleanup(func() {
		s.server.Close()
		s.check()
		if tb.Failed() {
			tb.Logf("the server's warnings and errors:\n%s", s.traces.troubles())
		}
		_ = s.owner.Close(s.ctx)
	})
	s.use("nobody")
	return s
}

// use goes on with a browser.
func (s *scenario) use(name string) {
	s.name = name
	if s.browsers[name] == nil {
		jar, _ := cookiejar.New(nil) // it fails for options only
		s.browsers[name] = &http.Client{Jar: jar}
	}
}

// post sends a document of the app from the browser in use.
func (s *scenario) post(query string, variables map[string]any) error {
	s.traces.sent(query, variables)
	return s.send("/graphql", s.documents.body(query, variables))
}

// raw sends a query that is no document of the app.
func (s *scenario) raw(path, query string, variables map[string]any) error {
	s.traces.sent(query, variables)
	return s.send(path, map[string]any{"query": query, "variables": variables})
}

func (s *scenario) send(path string, operation map[string]any) error {
	body, err := json.Marshal(operation)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(s.ctx, http.MethodPost, s.server.URL+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("User-Agent", "browser of "+s.name)
	response, err := s.browsers[s.name].Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	s.traces.received(content, response.Cookies())
	s.before = s.last
	s.last, err = readAnswer(response, content)
	return err
}

// cookie is the cookie of the browser in use; nil: it has none.
func (s *scenario) cookie() *http.Cookie {
	at, _ := url.Parse(s.server.URL)
	for _, c := range s.browsers[s.name].Jar.Cookies(at) {
		return c
	}
	return nil
}

// setCookie gives the browser in use a token, wherever it came from.
func (s *scenario) setCookie(token string) {
	at, _ := url.Parse(s.server.URL)
	s.browsers[s.name].Jar.SetCookies(at, []*http.Cookie{{Name: cookieName(false), Value: token, Path: "/"}})
}

// link is the id of a username's link to an account, looked up behind the walls: asking the
// API would leave an event.
func (s *scenario) link(username, account string) (string, error) {
	home := globalid.Parse(account).AccountID()
	var id uuid.UUID
	err := s.owner.QueryRow(s.ctx, `SELECT id FROM links WHERE account_id = $1 AND username_name = $2 AND ended_at IS NULL`, home, username).Scan(&id)
	if err != nil {
		return "", fmt.Errorf("find the link of %s: %w", username, err)
	}
	return globalid.New("Link", home, id).String(), nil
}

// newPassword makes a passphrase that nothing else contains.
func newPassword() string {
	text := strings.ToLower(rand.Text())
	return "violet " + text[:6] + " kettles " + text[6:12] + " humming"
}

// traces is what went to and fro, and what the server logged: all that is searched in the end.
type traces struct {
	mu sync.Mutex
	// secrets are passwords and tokens, personal the values of clients' fields.
	secrets, personal []string
	answers, logged   bytes.Buffer
}

// Write takes what the server logs.
func (t *traces) Write(line []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.logged.Write(line)
}

// troubles are the lines of the server's log that somebody has to look at.
func (t *traces) troubles() string {
	var lines strings.Builder
	for line := range strings.Lines(t.logged.String()) {
		if !strings.Contains(line, `"level":"DEBUG"`) {
			lines.WriteString(line)
		}
	}
	return lines.String()
}

func (t *traces) sent(query string, variables map[string]any) {
	client := strings.Contains(query, "Client(")
	eachText(variables, func(key, text string) {
		switch {
		case strings.HasSuffix(strings.ToLower(key), "password"):
			t.secrets = append(t.secrets, text)
		case client && tellsWho(text):
			t.personal = append(t.personal, text)
		}
	})
}

// tellsWho leaves out what stands in other texts by chance: ids, enum values and a few digits.
func tellsWho(text string) bool {
	return len(text) >= 5 && text != strings.ToUpper(text) && globalid.Parse(text) == (globalid.ID{}) ||
		len(text) >= 9 && strings.Trim(text, "0123456789-() +") == ""
}

func (t *traces) received(content []byte, cookies []*http.Cookie) {
	t.answers.Write(content)
	for _, c := range cookies {
		if c.Value != "" {
			t.secrets = append(t.secrets, c.Value)
		}
	}
}

// eachText visits the texts in a value of JSON, each with the key it stands under.
func eachText(value any, visit func(key, text string)) {
	switch v := value.(type) {
	case map[string]any:
		for key, inner := range v {
			if text, ok := inner.(string); ok {
				visit(key, text)
			}
			eachText(inner, visit)
		}
	case []any:
		for _, inner := range v {
			eachText(inner, visit)
		}
	}
}
