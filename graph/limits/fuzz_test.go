package limits_test

import (
	"encoding/json"
	"testing"

	"lanyard/graph/limits"
)

// Whatever a query is, it is executed once or refused in few words, and nothing panics on the way.
func FuzzLimits(f *testing.F) {
	for _, query := range costly() {
		f.Add(query, `{}`)
	}
	for _, query := range []string{
		"{viewer{id}}", "query($n:Int){account(id:1){clients(first:$n){nodes{id}}}}", "{...f} fragment f on Query{...f}", "subscription{a:ticks b:ticks}",
		"{find{... on Account{name} ... on Client{name}}}", `mutation{signIn(username:"a",password:"b")}`, "{viewer{id @tag @tag(name:\"\\uD800\")}}", "{__schema{types{name}}}",
		"query A{viewer{id}} query B{viewer{id}}", "{account(id:1){clients(filter:{color:RED,name:[]}){totalCount}}}", "{", "", "\"\"\"", "{a(b:{c:$d})}",
	} {
		f.Add(query, `{"n":1}`)
	}
	schema, handler := newToy(f, true)
	f.Fuzz(func(t *testing.T, query, variables string) {
		var given map[string]any
		if json.Unmarshal([]byte(variables), &given) != nil {
			given = nil
		}
		if len(query)+len(variables) > 16<<10 {
			t.Skip("the body is bounded elsewhere")
		}
		schema.executed.Store(0)
		got := send(t, handler, query, given)
		if refused := len(got.Errors) > 0; refused == (schema.executed.Load() == 1) {
			t.Errorf("executed %d times with %d errors", schema.executed.Load(), len(got.Errors))
		}
		if len(got.Errors) > limits.Default.ValidationErrors+1 || got.size > 16<<10 {
			t.Errorf("%d errors, %d bytes", len(got.Errors), got.size)
		}
		for _, e := range got.Errors {
			if code := e.Extensions["code"]; code != "BAD_USER_INPUT" {
				t.Errorf("%v: %s", code, e.Message)
			}
		}
	})
}
