//go:build linux

package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// told is what a receiver got: the clients that messages spoke of, in their order.
type told struct {
	mu      sync.Mutex
	secret  string
	clients []string
}

func (r *told) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	body, _ := io.ReadAll(request.Body)
	r.mu.Lock()
	defer r.mu.Unlock()
	verifier, err := standardwebhooks.NewWebhook(r.secret)
	var m struct {
		Data struct {
			EntityIDs []string `json:"entityIds"`
		}
	}
	if err != nil || verifier.Verify(body, request.Header) != nil || json.Unmarshal(body, &m) != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	r.clients = append(r.clients, m.Data.EntityIDs...)
}

func (r *told) all() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.clients)
}

// While clients are added the server is killed and started anew: each is told, the one under way perhaps
// twice.
func TestWebhooksSurviveAKill(t *testing.T) {
	t.Parallel()
	o := officeOn(t, newMachine(t, "LANYARD_WEBHOOKS_LOOPBACK=true"))
	r := new(told)
	server := httptest.NewServer(r)
	t.Cleanup(server.Close)
	answer, err := o.ask(t.Context(), "AddWebhook", map[string]any{"account": o.account, "input": map[string]any{"url": server.URL, "kinds": []string{"CLIENT_CHANGED"}}})
	var made struct{ Secret string }
	if err != nil || len(answer.Errors) > 0 || json.Unmarshal(answer.Data["addWebhook"], &made) != nil {
		t.Fatal(answer, err)
	}
	r.mu.Lock()
	r.secret = made.Secret
	r.mu.Unlock()
	ctx, stop := context.WithTimeout(t.Context(), 5*time.Second)
	adding := o.work(ctx, 2)
	o.until("some are told", func() bool { return len(r.all()) >= 20 })
	o.end(os.Kill)
	stop()
	adding.Wait()
	o.start()
	o.add(t.Context(), "the last")
	o.until("all are told", func() bool {
		got := r.all()
		return !slices.ContainsFunc(o.known, func(id string) bool { return !slices.Contains(got, id) })
	})
	got := r.all()
	if again := len(got) - len(slices.Compact(got)); again > 1 {
		t.Errorf("%d are told again", again)
	}
}
