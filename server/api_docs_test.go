package main

import (
	"bufio"
	"encoding/json"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/apitokens"
	"lanyard/internal/feed"
	"lanyard/internal/globalid"
)

var example = regexp.MustCompile("(?s)```sh\n(.*?)```")

// What docs/api.md says to type is typed here, with curl itself.
func TestTheExampleOfTheDocumentationRuns(t *testing.T) {
	t.Parallel()
	examples := examplesOf(t)
	p := newPartner(t)
	p.Client(p.anna, "Wilhelmina", "Adams")
	server := httptest.NewServer(p.handler)
	defer server.Close()
	typed := func(script string) *exec.Cmd {
		return typed(t, script, "LANYARD="+server.URL, "TOKEN="+p.secret, "ACCOUNT="+globalid.OfAccount(p.anna.ID).String(), "CURSOR="+feed.Cursor{Account: p.anna.ID}.String())
	}
	out, err := typed(examples[0]).CombinedOutput()
	for _, want := range []string{`"username":"billing.bea"`, `"providerName":"Dr anna"`, `"lastName":"Adams"`, `"requestsLeft":299`} {
		if err != nil || !strings.Contains(string(out), want) {
			t.Errorf("%v, %s", err, out)
		}
	}
	follows := typed(examples[1])
	told, err := follows.StdoutPipe()
	if err != nil || follows.Start() != nil {
		t.Fatal(err)
	}
	defer func() { _ = follows.Process.Kill(); _ = follows.Wait() }()
	p.seal()
	lines := bufio.NewScanner(told)
	for lines.Scan() && !strings.HasPrefix(lines.Text(), "data: ") {
	}
	for _, want := range []string{`"cursor":"`, `"code":"client.created","section":"CLIENTS","entityType":"Client"`, `"requestsLeft":298`} {
		if !strings.Contains(lines.Text(), want) {
			t.Errorf("followed: %s", lines.Text())
		}
	}
}

// examplesOf are the examples of docs/api.md; its tasks are run in clients/.
func examplesOf(t *testing.T) (scripts []string) {
	t.Helper()
	if _, err := exec.LookPath("curl"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no curl here: CI leaves nothing out")
		}
		t.Skip("there is no curl here")
	}
	text, err := os.ReadFile("../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range example.FindAllStringSubmatch(string(text), -1) {
		scripts = append(scripts, found[1])
	}
	if len(scripts) != 6 {
		t.Fatalf("%d examples", len(scripts))
	}
	return scripts
}

// typed is a script that is typed with these variables.
func typed(t *testing.T, script string, variables ...string) *exec.Cmd {
	c := exec.CommandContext(t.Context(), "sh", "-c", "exec "+script)
	c.Env = append([]string{"PATH=" + os.Getenv("PATH")}, variables...)
	return c
}

// seal seals what waits in the log.
func (p *partner) seal() {
	p.t.Helper()
	keys, err := activity.LoadKeys(filepath.Join(p.t.TempDir(), "keys"))
	if err != nil {
		p.t.Fatal(err)
	}
	sealer, err := activity.StartSealer(p.DB, keys, activity.SealerOptions{})
	if err != nil {
		p.t.Fatal(err)
	}
	if err := sealer.Close(); err != nil {
		p.t.Fatal(err)
	}
}

func TestTheExamplesOfBeingLetInRun(t *testing.T) {
	t.Parallel()
	examples := examplesOf(t)
	w := newOAuthWorld(t)
	server := httptest.NewServer(w.handler)
	defer server.Close()
	got := tokens{}
	run := func(script string, more ...string) string {
		known := []string{"LANYARD=" + server.URL, "CLIENT_ID=" + w.app.ClientID(), "CLIENT_SECRET=" + w.clientKey, "ACCESS_TOKEN=" + got.Access, "REFRESH_TOKEN=" + got.Refresh}
		out, err := typed(t, script, append(known, more...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v, %s", err, out)
		}
		_ = json.Unmarshal(out, &got)
		return string(out)
	}
	if out := run(examples[2], "CODE="+w.consent(w.app, sentBack), "REDIRECT_URI="+sentBack, "CODE_VERIFIER="+itsVerifier); !w.opens(got.Access) {
		t.Fatal(out)
	}
	before := got
	if out := run(examples[3]); got.Access == before.Access || got.Refresh == before.Refresh || !w.opens(got.Access) {
		t.Fatal(out)
	}
	if out := run(examples[4]); !strings.Contains(out, `"active":true`) {
		t.Error(out)
	}
	if out := run(examples[5]); w.opens(got.Access) {
		t.Error(out)
	}
}

// The figures of docs/api.md are those of the program.
func TestTheDocumentationKnowsTheLimits(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	if apitokens.RequestsAMinute != 300 || apitokens.CostAMinute != 100_000 || !strings.Contains(string(text), "300 requests, and a cost of 100,000") {
		t.Error("other limits")
	}
	if access.MostByToken(access.AccountAccess) != access.None || access.MostByToken(access.ActivityLog) != access.View {
		t.Error("other levels")
	}
}
