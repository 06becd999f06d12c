package main

import (
	"context"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// BenchmarkClientList asks for 50 clients over HTTP, beside a handler written by hand that
// sends the same rows of the same table as the same JSON, and asks nobody who they are. The
// steps between add by hand what Lanyard does: the sign-in, the walls, the read event. What is
// left between the last step and lanyard is the API itself.
func BenchmarkClientList(b *testing.B) {
	p := newPractice(b)
	p.seal(b)
	settle := p.sealed(b)
	plain := byHand{p: p, pool: p.ownerPool(b)}
	steps := []struct {
		name    string
		handler http.Handler
	}{
		{"by-hand+sign-in", plain.with(signIn)},
		{"by-hand+sign-in+wall", plain.with(signIn | wall)},
		{"by-hand+sign-in+wall+event", plain.with(signIn | wall | event)},
		{"lanyard", p.handler()},
	}
	want := answerOf(b, plain, p.list())
	beside := browsers(b, serveFor(b, plain).URL, p.list(), want)
	for _, s := range steps {
		if got := answerOf(b, s.handler, p.list()); got != want {
			b.Fatalf("%s answers %s, by hand it is %s", s.name, got, want)
		}
		subject := browsers(b, serveFor(b, s.handler).URL, p.list(), want)
		for _, n := range []int{1, 32} {
			b.Run(fmt.Sprintf("%s/browsers=%d", s.name, n), func(b *testing.B) { p.compare(b, n, subject, beside, settle) })
		}
	}
}

// BenchmarkClientListHandler is the same without socket, browser and sealer, one request after
// the other: for allocations and profiles.
func BenchmarkClientListHandler(b *testing.B) {
	p := newPractice(b)
	plain := byHand{p: p, pool: p.ownerPool(b)}
	for name, h := range map[string]http.Handler{"by-hand": plain, "by-hand+sign-in+wall+event": plain.with(signIn | wall | event), "lanyard": p.handler()} {
		b.Run(name, func(b *testing.B) {
			answerOf(b, h, p.list())
			b.ReportAllocs()
			for b.Loop() {
				h.ServeHTTP(&memoryWriter{}, p.list())
			}
		})
	}
}

// sealed waits until the sealer has nothing left to do.
func (p *practice) sealed(b *testing.B) func() {
	b.Helper()
	conn, err := pgx.Connect(context.Background(), p.OwnerURL)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = conn.Close(context.Background()) })
	return func() {
		for left := 1; left > 0; time.Sleep(10 * time.Millisecond) {
			if err := conn.QueryRow(context.Background(), `SELECT count(*) FROM unsealed`).Scan(&left); err != nil {
				b.Fatal(err)
			}
		}
	}
}
