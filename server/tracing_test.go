//go:build linux

package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	otlp "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
)

// collected is what a collector of traces was sent.
type collected struct {
	mu    sync.Mutex
	spans []*otlp.Span
	text  string
}

func (c *collected) ServeHTTP(_ http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	var sent collector.ExportTraceServiceRequest
	if err != nil || proto.Unmarshal(body, &sent) != nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.text += protojson.Format(&sent)
	for _, of := range sent.GetResourceSpans() {
		for _, in := range of.GetScopeSpans() {
			c.spans = append(c.spans, in.GetSpans()...)
		}
	}
}

func (c *collected) named(name string) *otlp.Span {
	at := slices.IndexFunc(c.spans, func(s *otlp.Span) bool { return s.GetName() == name })
	if at < 0 {
		return nil
	}
	return c.spans[at]
}

// A request is one trace: what was asked, and each round trip to the database below it, and nothing
// personal of either.
func TestTraces(t *testing.T) {
	t.Parallel()
	c := new(collected)
	sink := httptest.NewServer(c)
	t.Cleanup(sink.Close)
	m := newMachine(t, "OTEL_EXPORTER_OTLP_ENDPOINT="+sink.URL)
	o := officeOn(t, m)
	o.add(t.Context(), "Zq-Secret")
	m.status("/calendar/zq-calendar.ics")
	if _, err := m.browser.Post("http://"+m.at+"/playground/zq-account", "application/json", strings.NewReader("{}")); err != nil { //nolint:noctx // it ends with the server
		t.Fatal(err)
	}
	m.stop() // what waits is sent
	c.mu.Lock()
	defer c.mu.Unlock()
	request, operation := c.named("POST /graphql"), c.named("mutation AddClient")
	if request == nil || operation == nil {
		t.Fatalf("%d spans: %s", len(c.spans), c.text)
	}
	below := 0
	for _, s := range c.spans {
		if string(s.GetParentSpanId()) == string(operation.GetSpanId()) && s.GetName() == "round trip" {
			below++
		}
	}
	if below == 0 {
		t.Errorf("the change has no round trip: %s", c.text)
	}
	for _, route := range []string{"GET /calendar/{file}", "POST /playground/{account}"} {
		if c.named(route) == nil {
			t.Errorf("no span is named %s: %s", route, c.text)
		}
	}
	for _, secret := range []string{"Zq-Secret", "zq-calendar", "zq-account", "Nora", "elm", "127.0.0.1", "paper boats", "INSERT", "Go-http-client"} {
		if strings.Contains(c.text, secret) {
			t.Errorf("%q is in the traces: %s", secret, c.text)
		}
	}
}
