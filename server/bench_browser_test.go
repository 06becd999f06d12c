package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
)

// listQuery asks for 50 clients with eleven fields each.
const listQuery = `query($account: ID!) { account(id: $account) { clients(first: 50) { nodes {
	id number firstName lastName birthDate sex city state mobilePhone email status } } } }`

// post is an operation of the biller as an HTTP request.
func (p *practice) post(query string, variables map[string]any) *http.Request {
	body, err := json.Marshal(p.documents.body(query, variables))
	if err != nil {
		panic(err) // texts and numbers always encode
	}
	r, err := http.NewRequest(http.MethodPost, "http://lanyard/graphql", bytes.NewReader(body)) //nolint:noctx // the server gives it one
	if err != nil {
		panic(err)
	}
	r.RemoteAddr = "127.0.0.1:1" // ServeHTTP without a socket has none
	r.Header.Set("Content-Type", "application/json")
	r.AddCookie(&http.Cookie{Name: cookieName(false), Value: p.token})
	return r
}

func (p *practice) list() *http.Request {
	return p.post(listQuery, map[string]any{"account": p.global("Account", p.account())})
}

// answerOf is the only answer that the load takes for right.
func answerOf(tb testing.TB, h http.Handler, r *http.Request) string {
	tb.Helper()
	a := new(memoryWriter)
	h.ServeHTTP(a, r)
	if a.status != http.StatusOK || strings.Contains(a.body.String(), `"errors"`) {
		tb.Fatalf("status %d: %s", a.status, a.body.String())
	}
	return strings.TrimSpace(a.body.String())
}

// memoryWriter keeps an answer.
type memoryWriter struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header implements http.ResponseWriter.
func (m *memoryWriter) Header() http.Header {
	if m.header == nil {
		m.header = http.Header{}
	}
	return m.header
}

// WriteHeader implements http.ResponseWriter.
func (m *memoryWriter) WriteHeader(status int) { m.status = status }

// Write implements http.ResponseWriter.
func (m *memoryWriter) Write(content []byte) (int, error) {
	if m.status == 0 {
		m.status = http.StatusOK
	}
	return m.body.Write(content)
}

// browsers send one request again and again, each on a connection of its own. They are made
// of as little as possible: they share the two cores with what they measure.
func browsers(tb testing.TB, server string, r *http.Request, want string) worker {
	tb.Helper()
	var raw bytes.Buffer
	if err := r.Write(&raw); err != nil {
		tb.Fatal(err)
	}
	return func(int) func() error {
		conn, err := net.Dial("tcp", strings.TrimPrefix(server, "http://")) //nolint:noctx // a socket of this process
		if err != nil {
			return func() error { return err }
		}
		tb.Cleanup(func() { _ = conn.Close() })
		in := bufio.NewReaderSize(conn, 32<<10)
		var body bytes.Buffer
		return func() error { return ask(conn, in, &body, raw.Bytes(), want) }
	}
}

func ask(conn net.Conn, in *bufio.Reader, body *bytes.Buffer, request []byte, want string) error {
	if _, err := conn.Write(request); err != nil {
		return err
	}
	response, err := http.ReadResponse(in, nil)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	body.Reset()
	if _, err := io.Copy(body, response.Body); err != nil {
		return err
	}
	if got := bytes.TrimSpace(body.Bytes()); string(got) != want {
		return fmt.Errorf("status %d: %.300s", response.StatusCode, got)
	}
	return nil
}
