package main

import (
	"bufio"
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
	if _, err := exec.LookPath("curl"); err != nil {
		t.Skip("there is no curl here")
	}
	text, err := os.ReadFile("../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	p := newPartner(t)
	p.Client(p.anna, "Wilhelmina", "Adams")
	server := httptest.NewServer(p.handler)
	defer server.Close()
	examples := example.FindAllStringSubmatch(string(text), -1)
	if len(examples) != 2 { // the tasks are run in clients/
		t.Fatalf("%d examples", len(examples))
	}
	typed := func(script string) *exec.Cmd {
		c := exec.CommandContext(t.Context(), "sh", "-c", "exec "+script)
		c.Env = []string{
			"PATH=" + os.Getenv("PATH"), "LANYARD=" + server.URL, "TOKEN=" + p.secret,
			"ACCOUNT=" + globalid.OfAccount(p.anna.ID).String(), "CURSOR=" + feed.Cursor{Account: p.anna.ID}.String(),
		}
		return c
	}
	out, err := typed(examples[0][1]).CombinedOutput()
	for _, want := range []string{`"username":"billing.bea"`, `"providerName":"Dr anna"`, `"lastName":"Adams"`, `"requestsLeft":299`} {
		if err != nil || !strings.Contains(string(out), want) {
			t.Errorf("%v, %s", err, out)
		}
	}
	follows := typed(examples[1][1])
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
