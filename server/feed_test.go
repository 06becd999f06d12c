//go:build linux

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/internal/feed"
)

// mirror is a partner app that keeps the ids of an account's clients: it follows by a token, and remembers
// where it was.
type mirror struct {
	*office
	token, cursor string
	kept          []string
}

func newMirror(t *testing.T, o *office) *mirror {
	t.Helper()
	answer, err := o.ask(t.Context(), "CreateApiToken", map[string]any{"input": map[string]any{
		"name": "Mirror", "purpose": "test", "expiresInDays": 1,
		"accounts": []any{map[string]any{"account": o.account, "levels": []any{map[string]any{"section": "CLIENTS", "level": "VIEW"}}}},
	}})
	var made struct{ Token string }
	if err != nil || len(answer.Errors) > 0 || json.Unmarshal(answer.Data["createApiToken"], &made) != nil {
		t.Fatal(answer, err)
	}
	m := &mirror{office: o, token: made.Token}
	r := m.send(t.Context(), `query($a: ID!) { account(id: $a) { feedCursor } }`, "application/json")
	defer func() { _ = r.Body.Close() }()
	var said struct {
		Data struct{ Account struct{ FeedCursor string } }
	}
	if err := json.NewDecoder(r.Body).Decode(&said); err != nil || said.Data.Account.FeedCursor == "" {
		t.Fatal(said, err)
	}
	m.cursor = said.Data.Account.FeedCursor
	return m
}

func (m *mirror) send(ctx context.Context, query, accept string) *http.Response {
	m.t.Helper()
	body, _ := json.Marshal(map[string]any{"query": query, "variables": map[string]any{"a": m.account, "after": m.cursor}})
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+m.at+apiPath, bytes.NewReader(body))
	if err != nil {
		m.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", accept)
	r.Header.Set("Authorization", "Bearer "+m.token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		m.t.Fatal(err)
	}
	return answer
}

// follow keeps what is told until the stream is over or most more are kept.
func (m *mirror) follow(ctx context.Context, most int) {
	m.t.Helper()
	m.keep(m.stream(ctx), most)
}

// stream is a stream that the server has taken.
func (m *mirror) stream(ctx context.Context) *http.Response {
	m.t.Helper()
	return m.send(ctx, `subscription($a: ID!, $after: String!) { feed(account: $a, after: $after) { cursor nodes { code section entityIds } } }`, "text/event-stream")
}

// keep reads a stream as follow does, and tells whether it was completed.
func (m *mirror) keep(r *http.Response, most int) (completed bool) {
	m.t.Helper()
	defer func() { _ = r.Body.Close() }()
	until := len(m.kept) + most
	for lines := bufio.NewScanner(r.Body); lines.Scan(); {
		completed = completed || lines.Text() == "event: complete"
		data, found := strings.CutPrefix(lines.Text(), "data: ")
		if !found {
			continue
		}
		var told struct {
			Data struct {
				Feed struct {
					Cursor string
					Nodes  []struct {
						Code, Section string
						EntityIDs     []string
					}
				}
			}
		}
		if err := json.Unmarshal([]byte(data), &told); err != nil || told.Data.Feed.Cursor == "" {
			m.t.Fatalf("%s: %v", data, err)
		}
		for _, n := range told.Data.Feed.Nodes {
			if n.Section != "CLIENTS" {
				m.t.Errorf("told of %s", n.Section)
			}
			m.kept = append(m.kept, n.EntityIDs...)
		}
		if m.cursor = told.Data.Feed.Cursor; len(m.kept) >= until {
			return completed
		}
	}
	return completed
}

// Somebody follows while clients are added, and the server is killed and started anew. With the last cursor
// nothing is lost, nothing comes twice, and a token that is revoked ends the stream.
func TestTheFeedSurvivesARestart(t *testing.T) {
	o := newOffice(t)
	m := newMirror(t, o)
	for round := range 2 {
		ctx, stop := context.WithTimeout(t.Context(), 5*time.Second)
		stream, ended := m.stream(t.Context()), make(chan struct{}) // taken before the server can be killed
		go func() { defer close(ended); m.keep(stream, 1<<30) }()
		adding := o.work(ctx, 3)
		o.until("some are added", func() bool { o.mu.Lock(); defer o.mu.Unlock(); return len(o.known) >= 40*(round+1) })
		o.end(os.Kill)
		<-ended
		stop()
		adding.Wait()
		o.start()
	}
	o.add(t.Context(), "the last")
	last := o.known[len(o.known)-1]
	for !slices.Contains(m.kept, last) {
		m.follow(t.Context(), 1)
	}
	seen := map[string]int{}
	for _, id := range m.kept {
		seen[id]++
	}
	for _, id := range o.known {
		if seen[id] == 0 {
			t.Errorf("%s was added and is not told", id)
		}
	}
	for id, times := range seen {
		if times > 1 {
			t.Errorf("%s is told %d times", id, times)
		}
	}
	completed, stream := make(chan bool), m.stream(t.Context())
	go func() { completed <- m.keep(stream, 1<<30) }()
	if _, err := o.ask(t.Context(), "RevokeApiToken", map[string]any{"id": nil}); err != nil {
		t.Fatal(err)
	}
	if !<-completed {
		t.Error("the stream of a revoked token breaks off: its app comes back")
	}
}

// A page of the feed is one statement, however much is passed over.
func TestAPageOfTheFeedIsOneStatement(t *testing.T) {
	t.Parallel()
	p := newPartner(t)
	p.Client(p.anna, "Wilhelmina", "Adams")
	p.seal()
	count := func(fields string) int {
		query := `query($a: ID!) { account(id: $a) { id ` + fields + ` } }`
		p.ask(p.secret, query) // the statements are prepared
		return len(p.tap.during(func() { p.ask(p.secret, query) }).statements)
	}
	after := `after: "` + feed.Cursor{Account: p.anna.ID}.String() + `"`
	if with, without := count(`activityFeed(`+after+`) { cursor nodes { code clientIds } }`), count(``); with != without+1 {
		t.Errorf("%d statements, and %d without it", with, without)
	}
}
