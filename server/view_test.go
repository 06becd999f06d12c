package main

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"

	"lanyard/graph"
	"lanyard/internal/access"
	"lanyard/internal/globalid"
)

// through is a header value: a link of an account.
func through(v *access.Viewer, account uuid.UUID) string {
	return globalid.New("Link", account, v.Link(account).ID).String()
}

// answer is the status and the body of an answer, without what differs between any two.
func (b *browserOf) answer(query string, variables map[string]any, headers ...string) string {
	b.t.Helper()
	return b.read(b.request(b.t.Context(), query, variables, headers...))
}

func (b *browserOf) read(r *http.Request) string {
	b.t.Helper()
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return response.Status + " " + string(body)
}

const (
	clientsInView = `query Clients($account: ID!) { viewer { username look { username } accounts { id myAccess { section level } } } account(id: $account) { clients { nodes { id } } sessionNotes { nodes { id } } } }`
	explainInView = `query Explain($account: ID!) { account(id: $account) { explainAccess(section: CLIENTS, level: FULL) { held sentence grantedBy } } }`
)

// A header shows the account as one of its usernames, to whoever runs it and as long as both have what it takes.
func TestAViewIsAHeader(t *testing.T) {
	t.Parallel()
	l := newLively(t)
	clerk := l.Username(l.anna, "clerk", access.Levels{access.Clients: access.Full, access.Notes: access.View})
	poor := l.Username(l.anna, "poor", access.Levels{access.AccountAccess: access.Full, access.Clients: access.View})
	owner := l.signIn(l.anna.Owner)
	as := []string{graph.ViewAs, through(clerk, l.anna.ID)}
	for name, c := range map[string]struct {
		by       *browserOf
		has, not []string
	}{
		"the owner":              {owner, []string{`"clients":{"nodes":[]}`, `"sessionNotes":{"nodes":[]}`, `"username":"anna-owner","look":{"username":"clerk"}`, `{"section":"CLIENTS","level":"FULL"}`, `{"section":"PAYMENTS","level":"NONE"}`}, []string{"FORBIDDEN"}},
		"who has less than that": {l.signIn(poor), []string{`"clients":{"nodes":[]}`, `"sessionNotes":null`, `{"section":"NOTES","level":"NONE"}`}, nil},
	} {
		got := c.by.answer(clientsInView, in(l.anna.ID), as...)
		for _, text := range c.has {
			if !strings.Contains(got, text) {
				t.Errorf("%s: without %s: %s", name, text, got)
			}
		}
		for _, text := range c.not {
			if strings.Contains(got, text) {
				t.Errorf("%s: with %s: %s", name, text, got)
			}
		}
	}
	if got := owner.answer(explainInView, in(l.anna.ID), as...); !strings.Contains(got, `"held":"FULL","sentence":"clerk has Full Access to Clients.","grantedBy":"anna-owner"`) {
		t.Error(got)
	}
	for name, got := range map[string]string{
		"a mutation": owner.answer(addClient, in(l.anna.ID), as...),
		"a stream":   owner.answer(follow, nil, append(as, "Accept", "text/event-stream")...),
	} {
		if !strings.Contains(got, "You see this account as clerk does, and change nothing. Leave the view first.") {
			t.Errorf("%s: %s", name, got)
		}
	}
	l.checkViewIsTold(clerk)
}

// What was read and refused in a view says as whom.
func (l *lively) checkViewIsTold(clerk *access.Viewer) {
	l.t.Helper()
	told := map[string]bool{}
	for _, e := range l.Events(l.anna.ID) {
		if e.SeenAs == clerk.Username && e.SeenAsName == "clerk" {
			told[e.Code+" by "+e.ActorName] = true
		}
	}
	for _, want := range []string{"client.listed by anna-owner", "note.listed by anna-owner", "client.listed by poor", "access.denied by anna-owner"} {
		if !told[want] {
			l.t.Errorf("%s is not told: %v", want, told)
		}
	}
}

// All views that cannot be get one answer, and it is no other than that of an unknown one.
func TestViewsThatCannotBe(t *testing.T) {
	t.Parallel()
	l := newLively(t)
	clerk := l.Username(l.anna, "clerk", access.Levels{access.Clients: access.Full})
	gone, late := l.Username(l.anna, "gone", access.Everything()), l.Username(l.anna, "late", access.Everything())
	l.Owner(`UPDATE links SET ended_at = now() WHERE username_id = $1`, gone.Username)
	l.Owner(`UPDATE links SET valid_from = now() + interval '1 hour' WHERE username_id = $1`, late.Username)
	lesser := l.Username(l.anna, "lesser", access.Levels{access.AccountAccess: access.View, access.Clients: access.Full})
	owner := l.signIn(l.anna.Owner)
	unknown := owner.answer(clientsInView, in(l.anna.ID), graph.ViewAs, globalid.New("Link", l.anna.ID, uuid.New()).String())
	if !strings.Contains(unknown, `"code":"NOT_FOUND"`) || !strings.Contains(unknown, `"viewOver":true`) || strings.Contains(unknown, "clients") {
		t.Fatal(unknown)
	}
	for name, got := range map[string]string{
		"one's own":                    owner.answer(clientsInView, in(l.anna.ID), graph.ViewAs, through(l.anna.Owner, l.anna.ID)),
		"one that has ended":           owner.answer(clientsInView, in(l.anna.ID), graph.ViewAs, through(gone, l.anna.ID)),
		"one that has not begun":       owner.answer(clientsInView, in(l.anna.ID), graph.ViewAs, through(late, l.anna.ID)),
		"another account's":            owner.answer(clientsInView, in(l.anna.ID), graph.ViewAs, through(l.ben.Owner, l.ben.ID)),
		"another account's, as if not": owner.answer(clientsInView, in(l.anna.ID), graph.ViewAs, globalid.New("Link", l.anna.ID, l.ben.Owner.Link(l.ben.ID).ID).String()),
		"of another type":              owner.answer(clientsInView, in(l.anna.ID), graph.ViewAs, globalid.OfAccount(l.anna.ID).String()),
		"nonsense":                     owner.answer(clientsInView, in(l.anna.ID), graph.ViewAs, "x"),
		"nothing":                      owner.answer(clientsInView, in(l.anna.ID), graph.ViewAs, ""),
		"without Account Access":       l.signIn(lesser).answer(clientsInView, in(l.anna.ID), graph.ViewAs, through(clerk, l.anna.ID)),
		"of a stranger":                l.signIn(l.ben.Owner).answer(clientsInView, in(l.anna.ID), graph.ViewAs, through(clerk, l.anna.ID)),
	} {
		if got != unknown {
			t.Errorf("%s: %s", name, got)
		}
	}
	twice := owner.request(t.Context(), clientsInView, in(l.anna.ID), graph.ViewAs, through(clerk, l.anna.ID))
	twice.Header.Add(graph.ViewAs, through(clerk, l.anna.ID))
	if got := owner.read(twice); got != unknown {
		t.Errorf("two at once: %s", got)
	}
	// In a view of one account another is unknown, and so is what it holds.
	other := owner.answer(clientsInView, in(l.ben.ID), graph.ViewAs, through(clerk, l.anna.ID))
	if !strings.Contains(other, `"account":null`) || !strings.Contains(other, `"NOT_FOUND"`) {
		t.Error(other)
	}
	// What is taken away holds on the next request.
	l.Owner(`UPDATE privileges SET level = 0 WHERE username_id = $1 AND section = 'CLIENTS'`, clerk.Username)
	if got := owner.answer(clientsInView, in(l.anna.ID), graph.ViewAs, through(clerk, l.anna.ID)); !strings.Contains(got, `"clients":null`) {
		t.Errorf("after the seen username lost the level: %s", got)
	}
	l.Owner(`UPDATE links SET ended_at = now() WHERE username_id = $1`, clerk.Username)
	if got := owner.answer(clientsInView, in(l.anna.ID), graph.ViewAs, through(clerk, l.anna.ID)); got != unknown {
		t.Errorf("after the seen username was unlinked: %s", got)
	}
}

// Where texts are taken, a view is refused, with a token too.
func TestViewsAreTheAppsAlone(t *testing.T) {
	t.Parallel()
	p := newPartner(t)
	as := through(p.master, p.anna.ID)
	if a := p.ask(p.secret, clientsByToken, func(r *http.Request) { r.Header.Set(graph.ViewAs, as) }); a.Code != http.StatusBadRequest || !strings.Contains(a.Body.String(), "The app alone") {
		t.Errorf("with a token: %d %s", a.Code, a.Body)
	}
	l := newLively(t)
	account := globalid.OfAccount(l.anna.ID).String()
	for _, path := range []string{"/playground/" + account, "/export/" + account + "/clients.csv", apiPath + "/export/" + account + "/clients.csv"} {
		r := l.signIn(l.anna.Owner).request(t.Context(), clientsInView, in(l.anna.ID), graph.ViewAs, "x")
		r.URL.Path, r.ContentLength = path, -1
		r.Body = io.NopCloser(bytes.NewReader([]byte(`{"query":"{ viewer { username } }"}`)))
		if got := (&browserOf{lively: l}).read(r); !strings.HasPrefix(got, "400 ") || !strings.Contains(got, "The app alone") {
			t.Errorf("%s: %s", path, got)
		}
	}
}
