package limits_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"lanyard/graph/limits"
	"lanyard/graph/present"
	"lanyard/graph/wire"
)

// toy is a schema whose execution only counts: no query that is refused may reach it.
type toy struct {
	schema   *ast.Schema
	executed atomic.Int64
	// during runs while an operation is executed; nil: nothing does.
	during func()
}

func (s *toy) Schema() *ast.Schema { return s.schema }

func (s *toy) Complexity(context.Context, string, string, int, map[string]any) (int, bool) {
	return 0, false
}

func (s *toy) Exec(context.Context) graphql.ResponseHandler {
	s.executed.Add(1)
	return func(context.Context) *graphql.Response {
		if s.during != nil {
			s.during()
		}
		return &graphql.Response{Data: []byte(`{}`)}
	}
}

func file(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func newToy(t testing.TB, introspect bool) (*toy, wire.Handler) {
	t.Helper()
	s := &toy{schema: gqlparser.MustLoadSchema(&ast.Source{Input: file(t, "toy.graphqls")})}
	exec := executor.New(s)
	limits.Apply(exec, limits.Default, limits.Options{
		Authenticating: []string{"signIn", "signUp", "findAccount"},
		Refused:        []string{"signUp"},
		MayIntrospect:  func(context.Context) bool { return introspect },
	})
	present.Presenter{
		RequestID: func(context.Context) string { return "r1" },
		Log:       slog.New(slog.DiscardHandler),
	}.Apply(exec)
	return s, wire.Handler{Exec: exec, Admit: func(r *http.Request, _ *graphql.RawParams) (context.Context, error) { return r.Context(), nil }}
}

type reply struct {
	size   int
	Errors []struct {
		Message    string
		Extensions map[string]any
	}
}

func send(t testing.TB, handler wire.Handler, query string, variables map[string]any) reply {
	t.Helper()
	return sendIn(t.Context(), t, handler, query, variables)
}

func sendIn(ctx context.Context, t testing.TB, handler wire.Handler, query string, variables map[string]any) reply {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequestWithContext(ctx, "POST", "/graphql", strings.NewReader(string(body)))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	got := reply{size: recorder.Body.Len()}
	if err := json.Unmarshal(recorder.Body.Bytes(), &got); err != nil {
		t.Fatalf("%v in %.300s", err, recorder.Body)
	}
	return got
}

// doubling spreads each fragment twice in the next: n levels unfold to 2^n fields.
func doubling(levels int) string {
	var b strings.Builder
	b.WriteString("{account(id:1){...f0}} ")
	for i := range levels {
		fmt.Fprintf(&b, "fragment f%d on Account{a:self{...f%d} b:self{...f%d}} ", i, i+1, i+1)
	}
	fmt.Fprintf(&b, "fragment f%d on Account{id}", levels)
	return b.String()
}

func storm(bytes int) string {
	return "{viewer{" + strings.Repeat("a:id a:email ", bytes/13) + "}}"
}

func TestHostileQueriesAreRefused(t *testing.T) {
	deep := "{account(id:1)" + strings.Repeat("{self", 100) + "{id}" + strings.Repeat("}", 100) + "}"
	var aliases, roots, spreads strings.Builder
	for i := range 40 {
		fmt.Fprintf(&aliases, "a%d:id ", i)
		fmt.Fprintf(&roots, "... on Query{...r @skip(if:false)} ")
	}
	for i := range 180 {
		fmt.Fprintf(&spreads, "fragment s%d on Account{...s%d ...s%d} ", i, i+1, i+1)
	}
	tests := map[string]struct {
		query     string
		variables map[string]any
		want      string
	}{
		"alias storm of 4 KB":   {storm(4 << 10), nil, "conflict"},
		"alias storm of 13 KB":  {storm(13 << 10), nil, "longer than 2000 words"},
		"alias storm of 60 KB":  {storm(60 << 10), nil, "longer than 2000 words"},
		"comments":              {"{viewer{id}}" + strings.Repeat("#\n", 3000), nil, "longer than 2000 words"},
		"one field many times":  {"{viewer{" + strings.Repeat("id ", 1500) + "}}", nil, "more than 1000 fields"},
		"doubling fragments":    {doubling(20), nil, "too much"},
		"fragments of spreads":  {"{account(id:1){...s0}} " + spreads.String() + "fragment s180 on Account{id}", nil, "fields and fragments"},
		"cycle":                 {"{account(id:1){...f}} fragment f on Account{self{...f}}", nil, "within itself"},
		"cycle without a field": {"{account(id:1){...f}} fragment f on Account{...g id} fragment g on Account{...f}", nil, "within itself"},
		"depth":                 {deep, nil, "nested deeper than 15"},
		"depth past the parser": {strings.Repeat("{a", 1001), nil, "longer than 2000 words"},
		"aliases":               {"{viewer{" + aliases.String() + "}}", nil, "more than 30 aliases"},
		"root fields":           {"{" + strings.Repeat("viewer{id} ", 11) + "}", nil, "more than 10 fields at its root"},
		"root fields spread":    {"{" + roots.String() + "} fragment r on Query{viewer{id}}", nil, "more than 10 fields at its root"},
		"directives":            {"{viewer{id" + strings.Repeat("@tag", 51) + "}}", nil, "more than 50 directives"},
		"directives on spreads": {"{viewer{" + strings.Repeat("...u@tag ", 26) + "}} fragment u on Username@tag{id}", nil, "more than 50 directives"},
		"page too large":        {"{account(id:1){clients(first:201){nodes{id}}}}", nil, "first may be at most 200"},
		"page in a variable":    {"query($n:Int){account(id:1){clients(first:$n){nodes{id}}}}", map[string]any{"n": 100000}, "first may be at most 200"},
		"page as a default":     {"query($n:Int=900){account(id:1){clients(last:$n){nodes{id}}}}", nil, "last may be at most 200"},
		"page overflow":         {"{account(id:1){clients(first:9223372036854775807){nodes{id}}}}", nil, "first"},
		"page below zero":       {"{account(id:1){clients(first:-1){nodes{id}}}}", nil, "whole number from 0"},
		"pages of pages":        {"{account(id:1){clients(first:200){nodes{account{clients(first:200){nodes{id}}}}}}}", nil, "more than 10000 values"},
		"pages without a size":  {"{account(id:1){clients{nodes{account{clients{edges{node{account{clients{nodes{id}}}}}}}}}}}", nil, "more than 10000 values"},
		"lists of lists":        {"{viewer" + strings.Repeat("{accounts{usernames", 6) + "{id}" + strings.Repeat("}}", 6) + "}", nil, "more than 10000 values"},
		"heavy fields":          {"{account(id:1){clients(first:5){nodes{file}}}}", nil, "more than 10000 values"},
		"sign-ins":              {`mutation{a:signIn(username:"a",password:"b") b:signIn(username:"a",password:"c")}`, nil, "only once"},
		"sign-in steps":         {`mutation{signIn(username:"a",password:"b") ...m} fragment m on Mutation{findAccount(name:"a")}`, nil, "only once"},
		"refused here":          {`mutation{rename(name:"a") ...m} fragment m on Mutation{x:signUp(username:"a")}`, nil, "signUp is not for this place"},
		"streams in one":        {"subscription{a:ticks b:ticks}", nil, "follows one field"},
		"schema storm":          {"{" + strings.Repeat("__schema{types{name}} ", 11) + "}", nil, "root"},
		"schema twice":          {twice(file(t, "introspection.graphql")), nil, "may not be renamed"},
		"types many times":      {`{a:__type(name:"Query"){name} b:__type(name:"Query"){name}}`, nil, "may not be renamed"},
		"schema renamed":        {"{__schema{types{a:name b:name}}}", nil, "may not be renamed"},
		"schema nested":         {"{__schema{types{fields{type{fields{type{fields{name}}}}}}}}", nil, "introspection depth"},
		"lists of its lists":    {"{__schema{types{fields{args{type{ofType{inputFields{name}}}}}}}}", nil, "inputFields of a type are not read below a list"},
		"in a fragment":         {"{__schema{types{possibleTypes{...f}}}} fragment f on __Type{...{enumValues{name}}}", nil, "enumValues of a type are not read below a list"},
		"unknown fields":        {"{viewer{" + strings.Repeat("zz ", 900) + "}}", nil, "Cannot query field"},
		"one long name":         {"{viewer{" + strings.Repeat("z", 60000) + "}}", nil, "Cannot query field"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			schema, handler := newToy(t, true)
			got := send(t, handler, test.query, test.variables)
			if schema.executed.Load() > 0 {
				t.Fatal("executed")
			}
			if got.size > 8<<10 {
				t.Errorf("the reply has %d bytes", got.size)
			}
			if len(got.Errors) == 0 || len(got.Errors) > limits.Default.ValidationErrors {
				t.Fatalf("%d errors", len(got.Errors))
			}
			var messages strings.Builder
			for _, e := range got.Errors {
				messages.WriteString(e.Message + "\n")
				if e.Extensions["code"] != "BAD_USER_INPUT" {
					t.Errorf("%.200q has extensions %v", e.Message, e.Extensions)
				}
			}
			if !strings.Contains(messages.String(), test.want) {
				t.Errorf("got %.300q, want %q", messages.String(), test.want)
			}
		})
	}
}

// twice asks for all that query asks, two times in one selection.
func twice(query string) string {
	return strings.NewReplacer("__schema {", "again: __schema { ...S } __schema { ...S } } fragment S on __Schema {",
		"    }\n\n    fragment FullType", "\n    fragment FullType").Replace(query)
}

func TestBenignQueriesPass(t *testing.T) {
	relay := `query Page($id: ID!, $n: Int = 50, $after: String) {
	  viewer { id ...Menu_viewer }
	  account(id: $id) { __typename id ...List_account usernames { id email } }
	}
	fragment Menu_viewer on Username { email accounts { id name } }
	fragment List_account on Account { clients(first: $n, after: $after, filter: {color: RED}) {
	  edges { cursor node { id ...Row_client __typename } } pageInfo { hasNextPage endCursor } totalCount } }
	fragment Row_client on Client { id name color account { id name } }`
	tests := map[string]struct {
		query     string
		variables map[string]any
	}{
		"Relay page":         {relay, map[string]any{"id": "1", "n": 100}},
		"Relay refetch":      {"query($id:ID!){node(id:$id){__typename ...on Client{id name} ...on Account{id label:name} id}}", map[string]any{"id": "1"}},
		"largest page":       {"{account(id:1){clients(first:200){edges{node{id name color account{name}}}}}}", nil},
		"page size null":     {"query($n:Int){account(id:1){clients(first:$n){nodes{id}}}}", map[string]any{"n": nil}},
		"schema's own page":  {"{account(id:1){bounded{nodes{account{bounded{nodes{id}}}}}}}", nil},
		"introspection":      {file(t, "introspection.graphql"), nil},
		"typename":           {"{__typename}", nil},
		"sign-in":            {`mutation{signIn(username:"a",password:"b")}`, nil},
		"ordinary mutations": {`mutation{a:rename(name:"a") b:rename(name:"b")}`, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			schema, handler := newToy(t, true)
			for range 2 { // the second is answered from the cache of documents
				if got := send(t, handler, test.query, test.variables); len(got.Errors) > 0 {
					t.Fatalf("%+v", got.Errors)
				}
			}
			if schema.executed.Load() != 2 {
				t.Errorf("executed %d times", schema.executed.Load())
			}
		})
	}
}

func TestIntrospectionIsDecidedForEachRequest(t *testing.T) {
	for _, query := range []string{"{__schema{types{name}}}", `{...f} fragment f on Query{__type(name:"Account"){name}}`} {
		schema, handler := newToy(t, false)
		got := send(t, handler, query, nil)
		if schema.executed.Load() != 0 || len(got.Errors) != 1 || got.Errors[0].Extensions["code"] != "FORBIDDEN" {
			t.Errorf("%s: %+v", query, got)
		}
	}
}

// However many read the schema, few do at once, and who asks for something else does not wait.
func TestTheSchemaIsReadByFewAtOnce(t *testing.T) {
	schema, handler := newToy(t, true)
	began, end, answered := make(chan struct{}), make(chan struct{}), make(chan struct{})
	schema.during = func() { began <- struct{}{}; <-end }
	ctx, leave := context.WithCancel(t.Context())
	ask := func(query string) {
		sendIn(ctx, t, handler, query, nil)
		answered <- struct{}{}
	}
	const many = 10
	for range many {
		go ask("{__schema{types{name}}}")
	}
	for range limits.Default.Introspections {
		<-began
	}
	go ask("{viewer{id}}")
	<-began
	select {
	case <-began:
		t.Fatal("one more reads the schema")
	case <-time.After(50 * time.Millisecond):
	}
	leave()
	for range many - limits.Default.Introspections {
		<-answered
	}
	close(end)
	for range limits.Default.Introspections + 1 {
		<-answered
	}
	schema.during = nil
	if len(send(t, handler, "{__schema{types{name}}}", nil).Errors) > 0 {
		t.Error("those who went away hold their places")
	}
}

func TestNoSuggestions(t *testing.T) {
	for _, query := range []string{
		"{viewe{id}}", "{viewer}", "{viewer{emai}}", "{account(i:1){id}}", "{node(id:1){...on Accoun{id}}}",
		"{account(id:1){clients(filter:{color:REDD}){totalCount}}}", "{account(id:1){clients(filter:{colour:RED}){totalCount}}}",
		`{account(id:1){clients(filter:{color:"RED"}){totalCount}}}`, "query($f:Filte){viewer{id}}",
	} {
		_, handler := newToy(t, true)
		got := send(t, handler, query, nil)
		if len(got.Errors) == 0 {
			t.Errorf("%s: no error", query)
		}
		for _, e := range got.Errors {
			if strings.Contains(e.Message, "Did you mean") {
				t.Errorf("%s: %s", query, e.Message)
			}
		}
	}
}

// costly are queries that pass the parser and make the library's rules, or a naive walk, work.
func costly() map[string]string {
	var chain, inline, arguments strings.Builder
	for i := range 110 {
		fmt.Fprintf(&chain, "fragment s%d on Account{...s%d} ", i, i+1)
	}
	for range 300 {
		inline.WriteString("...{")
	}
	for i := range 40 {
		fmt.Fprintf(&arguments, "fragment s%d on Account{a:self{...s%d} clients(filter:{name:%q}){totalCount}} ", i, i+1, strings.Repeat("n", 400))
	}
	return map[string]string{
		"storm 4 KB":  storm(4 << 10),
		"storm 60 KB": storm(60 << 10),
		"doubling":    doubling(60),
		"repeated":    "{viewer{" + strings.Repeat("id ", 1900) + "}}",
		"pairs":       "{" + strings.Repeat("viewer{"+strings.Repeat("id ", 28)+"} ", 50) + "}",
		"inline":      "{viewer{" + inline.String() + strings.Repeat("id ", 700) + strings.Repeat("}", 300) + "}}",
		"chain":       "{account(id:1){...s0}} " + chain.String() + "fragment s110 on Account{" + strings.Repeat("id ", 900) + "}",
		"arguments":   "{account(id:1){...s0}} " + arguments.String() + "fragment s40 on Account{id}",
		"unknown":     "{viewer{" + strings.Repeat("zz ", 1900) + "}}",
	}
}

// TestRefusalsAreCheap counts allocations, which do not depend on the machine: the library's merge
// rule takes millions for the storms.
func TestRefusalsAreCheap(t *testing.T) {
	for name, query := range costly() {
		_, handler := newToy(t, true)
		runs := 0
		got := testing.AllocsPerRun(1, func() {
			runs++ // another comment each time, so that no answer comes from the cache
			send(t, handler, fmt.Sprint(query, " #", runs), nil)
		})
		t.Logf("%s: %.0f allocations", name, got)
		if got > 100_000 {
			t.Errorf("%s: %.0f allocations", name, got)
		}
	}
}

func BenchmarkRefusal(b *testing.B) {
	for name, query := range costly() {
		b.Run(name, func(b *testing.B) {
			_, handler := newToy(b, true)
			b.ReportAllocs()
			runs := 0
			for b.Loop() {
				runs++
				send(b, handler, fmt.Sprint(query, " #", runs), nil)
			}
		})
	}
}
