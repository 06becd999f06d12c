package main

import (
	"net/http/httptest"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"lanyard/internal/access"
	"lanyard/internal/apitokens"
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
	if len(examples) != 1 {
		t.Fatalf("%d examples", len(examples))
	}
	c := exec.CommandContext(t.Context(), "sh", "-c", examples[0][1])
	c.Env = []string{"PATH=" + os.Getenv("PATH"), "LANYARD=" + server.URL, "TOKEN=" + p.secret}
	out, err := c.CombinedOutput()
	for _, want := range []string{`"username":"billing.bea"`, `"providerName":"Dr anna"`, `"lastName":"Adams"`, `"requestsLeft":299`} {
		if err != nil || !strings.Contains(string(out), want) {
			t.Errorf("%v, %s", err, out)
		}
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
