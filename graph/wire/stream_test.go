package wire_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"lanyard/graph/wire"
)

// ticks answers a subscription twice, and then waits or ends.
func ticks(name string) graphql.ResponseHandler {
	n := 0
	return func(ctx context.Context) *graphql.Response {
		if n++; n <= 2 {
			return &graphql.Response{Data: fmt.Appendf(nil, `{"ticks":%d}`, n)}
		}
		if name != "Ends" {
			<-ctx.Done()
		}
		if name == "Breaks" {
			panic("a secret")
		}
		return nil
	}
}

const streamed = "text/event-stream"

// streaming serves streams with a time limit of a tenth of a second for what lasts not, and
// closes stopped when the handler has returned.
func streaming(t *testing.T, down chan struct{}) (server *httptest.Server, returned chan struct{}) {
	t.Helper()
	handler := newHandler()
	handler.Streams = &wire.Streams{Every: 20 * time.Millisecond, Stop: down, Lasts: func(ctx context.Context) {
		ctx.Value(timer{}).(*time.Timer).Stop()
	}}
	returned = make(chan struct{}, 10)
	server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithCancel(r.Context())
		limit := time.AfterFunc(100*time.Millisecond, cancel)
		handler.ServeHTTP(w, r.WithContext(context.WithValue(ctx, timer{}, limit)))
		cancel()
		returned <- struct{}{}
	}))
	server.Config.ReadTimeout, server.Config.WriteTimeout = 150*time.Millisecond, 150*time.Millisecond
	server.Start()
	t.Cleanup(server.Close)
	return server, returned
}

type timer struct{}

func open(ctx context.Context, t *testing.T, server *httptest.Server, query string) *http.Response {
	t.Helper()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL, strings.NewReader(`{"query":"`+query+`","operationName":null}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", plain)
	r.Header.Set("Accept", streamed)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	return response
}

func TestStreamEnds(t *testing.T) {
	server, returned := streaming(t, nil)
	response := open(t.Context(), t, server, "subscription Ends{ticks}")
	body, err := io.ReadAll(response.Body)
	want := ":\n\nevent: next\ndata: {\"data\":{\"ticks\":1}}\n\nevent: next\ndata: {\"data\":{\"ticks\":2}}\n\nevent: complete\ndata:\n\n"
	if err != nil || string(body) != want || response.Header.Get("Content-Type") != streamed+"; charset=utf-8" || response.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%q %v %v", body, err, response.Header)
	}
	<-returned
}

// A stream outlives every limit of a request, and gives signs of life.
func TestStreamLasts(t *testing.T) {
	server, returned := streaming(t, nil)
	ctx, leave := context.WithCancel(t.Context())
	response := open(ctx, t, server, "subscription Lasts{ticks}")
	lines, signs := bufio.NewScanner(response.Body), 0
	for began := time.Now(); time.Since(began) < 500*time.Millisecond && lines.Scan(); {
		if lines.Text() == ":" {
			signs++
		}
	}
	if signs < 10 {
		t.Errorf("%d signs of life in half a second: %v", signs, lines.Err())
	}
	leave()
	select {
	case <-returned:
	case <-time.After(2 * time.Second):
		t.Error("the client is gone and the handler goes on")
	}
}

// A server that goes down breaks its streams off: an end would say that there is nobody to
// follow.
func TestStreamsStop(t *testing.T) {
	down := make(chan struct{})
	server, returned := streaming(t, down)
	response := open(t.Context(), t, server, "subscription Lasts{ticks}")
	time.AfterFunc(50*time.Millisecond, func() { close(down) })
	body, _ := io.ReadAll(response.Body)
	if strings.Contains(string(body), "complete") || !strings.Contains(string(body), `"ticks":2`) {
		t.Errorf("%q", body)
	}
	<-returned
}

func TestStreamBreaks(t *testing.T) {
	down := make(chan struct{})
	server, _ := streaming(t, down)
	response := open(t.Context(), t, server, "subscription Breaks{ticks}")
	time.AfterFunc(50*time.Millisecond, func() { close(down) })
	body, err := io.ReadAll(response.Body)
	if err == nil || strings.Contains(string(body), "complete") || strings.Contains(string(body), "secret") {
		t.Errorf("%q %v", body, err)
	}
}

func TestStreamsRefuse(t *testing.T) {
	handler := newHandler()
	handler.Streams = &wire.Streams{Lasts: func(context.Context) {}}
	for body, want := range map[string]struct {
		status int
		text   string
	}{
		`{"query":"{hello}"}`:               {200, "Only a subscription"},
		`{"query":"mutation{change}"}`:      {200, "Only a subscription"},
		`{"query":"{unwanted"}`:             {200, "Not this one."},
		`{"query":"subscription{unknown}"}`: {200, "Cannot query field"},
		`{"query":"subscription{ticks}"`:    {400, "one JSON object"},
		`[{"query":"subscription{ticks}"}]`: {400, "one operation a request"},
	} {
		recorder, _ := serve(handler, request("POST", body, "Accept", streamed))
		if recorder.Code != want.status || !strings.Contains(recorder.Body.String(), want.text) || recorder.Header().Get("Content-Type") != plain+"; charset=utf-8" {
			t.Errorf("%s: %d %s", body, recorder.Code, recorder.Body)
		}
	}
	for accept, status := range map[string]int{streamed + ", multipart/mixed": 200, plain + ", " + streamed: 200, streamed + ";q=0": 406} {
		recorder, _ := serve(handler, request("POST", `{"query":"{hello}"}`, "Accept", accept))
		if recorder.Code != status {
			t.Errorf("%q: %d %s", accept, recorder.Code, recorder.Body)
		}
	}
	form := request("POST", "query=subscription{ticks}", "Accept", streamed, "Content-Type", "application/x-www-form-urlencoded")
	if recorder, _ := serve(handler, form); recorder.Code != http.StatusUnsupportedMediaType {
		t.Errorf("a form: %d", recorder.Code)
	}
	if recorder, _ := serve(newHandler(), request("POST", `{"query":"subscription{ticks}"}`, "Accept", streamed)); recorder.Code != http.StatusNotAcceptable {
		t.Errorf("without streams: %d", recorder.Code)
	}
}
