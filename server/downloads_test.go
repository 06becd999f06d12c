package main

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/download"
	"lanyard/internal/globalid"
)

// desk is a server at which files are asked for.
type desk struct {
	*partner
	url string
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	p := newPartner(t)
	server := httptest.NewServer(p.handler)
	t.Cleanup(server.Close)
	return &desk{p, server.URL}
}

// signIn is the cookie of a username.
func (d *desk) signIn(v *access.Viewer) func(*http.Request) {
	d.t.Helper()
	granted, err := d.Prover.Begin(d.As(nil), v.Username)
	if err != nil {
		d.t.Fatal(err)
	}
	return func(r *http.Request) { r.AddCookie(&http.Cookie{Name: cookieName(false), Value: granted.Token}) }
}

func byBearer(secret string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+secret) }
}

// get asks for a file of anna's account.
func (d *desk) get(prefix, file, body string, as func(*http.Request)) (*http.Response, string) {
	d.t.Helper()
	r, err := http.NewRequestWithContext(d.t.Context(), http.MethodPost, d.url+prefix+"/export/"+globalid.OfAccount(d.anna.ID).String()+"/"+file, strings.NewReader(body))
	if err != nil {
		d.t.Fatal(err)
	}
	if as != nil {
		as(r)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return response, string(text)
}

// codes are the codes of anna's events, with their rows, that say so.
func (d *desk) codes(wanted ...string) string {
	var all []string
	for _, e := range d.Events(d.anna.ID) {
		for _, code := range wanted {
			if e.Code == code {
				all = append(all, fmt.Sprint(e.Code, " ", e.RowCount))
			}
		}
	}
	return strings.Join(all, ", ")
}

func TestWhoMayDownload(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.Client(d.anna, "Wilhelmina", "=Adams")
	owner := d.signIn(d.anna.Owner)
	auditor := d.Username(d.anna, "auditor", access.Levels{access.ActivityLog: access.View, access.Reports: access.View, access.Clients: access.View})
	reader := d.signIn(auditor)
	_, strong := d.token(d.anna.Owner, access.Levels{access.Clients: access.View, access.Reports: access.Full, access.ActivityLog: access.View})
	for name, c := range map[string]struct {
		prefix, file, body string
		as                 func(*http.Request)
		status             int
		want               string
	}{
		"the owner, the log":             {"", "activity.ndjson", `{"filter": {"code": "signup"}}`, owner, 200, `"resourceType":"AuditEvent"`},
		"the owner, a table":             {"", "activity.csv", "", owner, 200, "Place in the chain"},
		"the owner, the clients":         {"", "clients.csv", "", owner, 200, "'=Adams,Wilhelmina"},
		"View Only to Reports":           {"", "activity.csv", "", reader, 403, "this needs Full Access."},
		"nobody":                         {"", "clients.csv", "", nil, 401, "UNAUTHENTICATED"},
		"a filter that is none":          {"", "activity.csv", `{"filter": {"color": 1}}`, owner, 400, "BAD_USER_INPUT"},
		"a body that is none":            {"", "activity.csv", `{"filters": {}}`, owner, 400, "BAD_USER_INPUT"},
		"two bodies":                     {"", "activity.csv", `{} {}`, owner, 400, "BAD_USER_INPUT"},
		"a key twice":                    {"", "activity.csv", `{"filter": {"code": "signup"}, "filter": {}}`, owner, 400, "BAD_USER_INPUT"},
		"a key in capitals":              {"", "activity.csv", `{"FILTER": {}}`, owner, 400, "BAD_USER_INPUT"},
		"a time that is none":            {"", "activity.csv", `{"filter": {"until": "0001-01-01T00:00:00Z"}}`, owner, 400, "between the years 1900 and 9999"},
		"another file":                   {"", "notes.csv", "", owner, 404, "NOT_FOUND"},
		"a manifest of nothing":          {"", "manifest.json", `{"export": "x"}`, owner, 404, "NOT_FOUND"},
		"a token, the clients":           {apiPath, "clients.csv", "", byBearer(strong), 200, "'=Adams,Wilhelmina"},
		"a token, the log":               {apiPath, "activity.csv", "", byBearer(strong), 403, "This is not for a token"},
		"a token without Reports":        {apiPath, "clients.csv", "", byBearer(d.secret), 403, "FORBIDDEN"},
		"a token in the wrong place":     {"", "clients.csv", "", byBearer(strong), 400, "BAD_USER_INPUT"},
		"a cookie in the wrong place":    {apiPath, "clients.csv", "", owner, 400, "BAD_USER_INPUT"},
		"a page of another site":         {"", "clients.csv", "", func(r *http.Request) { owner(r); r.Header.Set("Sec-Fetch-Site", "cross-site") }, 403, "another site"},
		"a page of another site's token": {apiPath, "clients.csv", "", func(r *http.Request) { byBearer(strong)(r); r.Header.Set("Origin", "https://evil.example") }, 403, "another site"},
	} {
		response, text := d.get(c.prefix, c.file, c.body, c.as)
		if response.StatusCode != c.status || !strings.Contains(text, c.want) || response.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v %s", name, response.StatusCode, response.Header, text)
		}
	}
	if got := d.codes("export.page"); got != "export.page 1, export.page 1" {
		t.Error(got)
	}
}

// What was sent is what the trailer, the log and the manifest say.
func TestADownloadProvesItself(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	owner := d.signIn(d.anna.Owner)
	response, text := d.get("", "activity.ndjson", `{"filter": {"code": "username.added"}}`, owner)
	sum := sha256.Sum256([]byte(text))
	if got := response.Trailer.Get("Repr-Digest"); got != "sha-256=:"+base64.StdEncoding.EncodeToString(sum[:])+":" || response.Header.Get("Lanyard-Total") != "1" {
		t.Errorf("%q %v", got, response.Header)
	}
	_, manifest := d.get("", "manifest.json", `{"export": "`+response.Header.Get("Lanyard-Export")+`"}`, owner)
	if !strings.Contains(manifest, fmt.Sprintf("%q: %q", "sha256", fmt.Sprintf("%x", sum))) || !strings.Contains(manifest, `"rows": 1`) {
		t.Error(manifest)
	}
	if got := d.codes("export.begun", "log.exported"); got != "export.begun 0, log.exported 1" {
		t.Error(got)
	}
}

// Whoever loses the level gets no further page, and nobody has two downloads at once.
func TestALoweredLevelEndsADownload(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.Owner(`INSERT INTO clients (id, account_id, number, first_name, last_name, sex, status, invoice_option, signature_on_file, version, created_at)
		SELECT gen_random_uuid(), $1, 1000 + n, repeat('x', 8000), 'Client', 'UNKNOWN', 'ACTIVE', 'CLIENT', false, 1, now() FROM generate_series(1, $2) n`, d.anna.ID, 4*download.PageRows)
	clerk := d.Username(d.anna, "clerk", access.Levels{access.Clients: access.View, access.Reports: access.Full})
	as := d.signIn(clerk)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, d.url+"/export/"+globalid.OfAccount(d.anna.ID).String()+"/clients.csv", nil)
	if err != nil {
		t.Fatal(err)
	}
	as(r)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if second, text := d.get("", "clients.csv", "", as); second.StatusCode != http.StatusTooManyRequests || second.Header.Get("Retry-After") == "" {
		t.Errorf("a second one: %d %s", second.StatusCode, text[:min(len(text), 200)])
	}
	d.Owner(`UPDATE privileges SET level = 1 WHERE username_id = $1 AND section = 'REPORTS'`, clerk.Username)
	if _, err := io.ReadAll(response.Body); err == nil {
		t.Error("the file came to its end")
	}
	broken := 0
	for _, e := range d.Events(d.anna.ID) {
		if e.Code == "report.exported" && e.Outcome == activity.Failed && e.RowCount < 4*download.PageRows {
			broken++
		}
	}
	if broken != 1 {
		t.Errorf("%d broken downloads in the log", broken)
	}
}
