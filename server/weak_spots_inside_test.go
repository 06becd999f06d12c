package main

import (
	"fmt"
	"net/http"
	"os/exec"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
)

// TestWeakSpotsInside holds the weak spots that no single request shows, and those in which the
// database is asked who may see a row, and gives nothing out.
func TestWeakSpotsInside(t *testing.T) {
	f := newFortress(t)
	t.Run("8 refusals at once share nothing", f.refusesAtOnce)
	t.Run("10 documents are kept within bounds", f.keepsLittle)
	t.Run("11 no page loads what is not ours", f.hasNoPages)
	t.Run("12 no interface goes round a rule", f.guardsThroughNode)
	t.Run("13 what is built in is new enough", builtIn)
	t.Run("14 no rule is generated", builtByHand)
	t.Run("15 a field costs little", fieldsCostLittle)
	t.Run("the playground withstands too", f.playgroundWithstands)
}

// Race detector and map alike would end this: the library keeps its codes in a map without a lock.
func (f *fortress) refusesAtOnce(t *testing.T) {
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for _, query := range []string{"{", "{unknown}", "query($n:Int!){viewer{id}}", "{__schema{types{name}}}", doubling(18)} {
				if a := serveTo(f.handler, f.request("/graphql", hostile{query: query})); !strings.Contains(a.Body.String(), `"errors"`) {
					t.Errorf("%s: %s", query, a.Body)
				}
			}
		})
	}
	all.Wait()
}

// Four hundred documents, each as long as may be, leave no more behind than a few.
func (f *fortress) keepsLittle(t *testing.T) {
	held := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := held()
	for i := range 400 {
		query := fmt.Sprintf("{viewer{%s}} #%d", strings.Repeat("id ", 990), i)
		serveTo(f.handler, f.request("/graphql", hostile{query: query}))
		f.documents.forget()
	}
	if after := held(); after > before+32<<20 {
		t.Errorf("%d MiB are held", (after-before)>>20)
	}
}

func (f *fortress) hasNoPages(t *testing.T) {
	for _, path := range []string{"/graphql", "/playground/" + f.id(), "/playground", "/graphiql", "/altair", "/sandbox"} {
		a := get(f.handler, http.MethodGet, path)
		if text := a.Body.String(); strings.Contains(text, "<script") || strings.Contains(text, "://") {
			t.Errorf("%s: %s", path, text)
		}
	}
}

// The rows of an account that is not entered are neither given out nor read.
func (f *fortress) guardsThroughNode(t *testing.T) {
	other := f.world.Account("other")
	client := globalid.New("Client", other.ID, f.world.Client(other, "Zqa", "Zqb").ID).String()
	unlinked := globalid.New("Link", other.ID, other.Owner.Link(other.ID).ID).String()
	for _, id := range []string{client, unlinked} {
		for _, query := range []string{
			"query($id:ID!){node(id:$id){__typename}}",
			"query($id:ID!){node(id:$id){id ... on Client{lastName}}}",
			"query($id:ID!){node(id:$id){... on Node{... on Client{lastName} ... on Link{username}}}}",
		} {
			var text string
			asked := f.tap.during(func() {
				text = serveTo(f.handler, f.request("/graphql", hostile{query: query, variables: map[string]any{"id": id}})).Body.String()
			})
			if !strings.Contains(text, `"data":{"node":null}`) || strings.Contains(text, "Zq") {
				t.Errorf("%s: %s", query, text)
			}
			if strings.Contains(asked.text(), `FROM "patients"`) || strings.Contains(asked.text(), `FROM "clients"`) {
				t.Errorf("%s: the row is read:\n%s", query, asked.text())
			}
		}
	}
}

// least are the versions below which something is known to be wrong.
var least = map[string]string{"github.com/jackc/pgx/v5": "v5.9.2", "github.com/rs/cors": "v1.11.0", "github.com/99designs/gqlgen": "v0.17.98", "github.com/vektah/gqlparser/v2": "v2.5.64"}

func builtIn(t *testing.T) {
	for path, oldest := range least {
		out, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Version}}", path).Output()
		if version := strings.TrimSpace(string(out)); err != nil || older(version, oldest) {
			t.Errorf("%s is %s, and must be %s at least (%v)", path, version, oldest, err)
		}
	}
}

func builtByHand(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, never := range []string{"gorilla/csrf", "entgo.io/contrib", "ent/privacy", "gqlgen/graphql/playground", "gqlgen/graphql/handler/transport", "gorilla/websocket", "gqlgen/graphql/handler/apollofederatedtracingv1"} {
		for path := range strings.Lines(string(out)) {
			if strings.Contains(path, never) {
				t.Errorf("%s is built in", strings.TrimSpace(path))
			}
		}
	}
}

var digits = regexp.MustCompile(`\d+`)

// older compares versions number by number.
func older(version, than string) bool {
	a, b := digits.FindAllString(version, 3), digits.FindAllString(than, 3)
	for i := range min(len(a), len(b)) {
		x, _ := strconv.Atoi(a[i])
		y, _ := strconv.Atoi(b[i])
		if x != y {
			return x < y
		}
	}
	return false
}

// fieldsCostLittle counts allocations, which do not depend on the machine, and takes what a
// request costs without rows from what it costs with a page of them.
func fieldsCostLittle(t *testing.T) {
	const rows, fields, most = 50, 11, 30
	c := newCounted(t)
	with := func(first int) float64 {
		query := fmt.Sprintf(`query($a: ID!) { account(id: $a) { clients(first: %d) { nodes {
			id number firstName lastName preferredName birthDate sex street city state zip } } } }`, first)
		c.asks(query)(t) // statements are prepared, the document is parsed
		return testing.AllocsPerRun(10, func() { c.asks(query)(t) })
	}
	if each := (with(rows+1) - with(1)) / rows / fields; each > most {
		t.Errorf("a field takes %.1f allocations, and %d is the most", each, most)
	} else {
		t.Logf("a field takes %.1f allocations", each)
	}
}

// wordiest is the dearest question about the schema that is answered.
const wordiest = `{ __schema { types { ...Type
	fields(includeDeprecated: true) { ...Field args(includeDeprecated: true) { ...Value } type { ...Ref } }
	inputFields(includeDeprecated: true) { ...Value } interfaces { ...Type } possibleTypes { ...Type }
	enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } }
	directives { name description isRepeatable locations args(includeDeprecated: true) { ...Value } } } }
	fragment Type on __Type { kind name description specifiedByURL isOneOf }
	fragment Ref on __Type { ...Type ofType { ...Type ofType { ...Type ofType { ...Type } } } }
	fragment Field on __Field { name description isDeprecated deprecationReason }
	fragment Value on __InputValue { name description defaultValue isDeprecated deprecationReason type { ...Ref } }`

// At the playground the viewer is found out first, and each run is noted; a hostile text costs
// no more than a harmless one, and its answer is as short.
func (f *fortress) playgroundWithstands(t *testing.T) {
	at := "/playground/" + f.id()
	run := func(query string) (traffic, string, uint64) {
		var text string
		var took uint64
		asked := f.tap.during(func() {
			took = allocated(func() {
				text = serveTo(f.handler, f.request(at, hostile{body: asJSON(map[string]any{"query": query})})).Body.String()
			})
		})
		return asked, text, took
	}
	run("{__typename}")
	harmless, text, _ := run("{__typename}")
	if text != `{"data":{"__typename":"Query"}}`+"\n" {
		t.Fatal(text)
	}
	for _, spot := range weakSpots {
		for name, sent := range spot.sent {
			if sent.query == "" || strings.HasPrefix(spot.name, "9 ") || sent.beside || len(sent.headers) > 0 || sent.variables != nil {
				continue // the schema is read out here, and texts are what is sent
			}
			asked, text, took := run(sent.query)
			if again, _, _ := run(sent.query); len(again.statements) < len(asked.statements) {
				asked = again // the notices of an earlier run are sent in its time
			}
			if len(asked.statements) > len(harmless.statements) || len(text) > mostReply || took > mostMemory {
				t.Errorf("%s/%s: %d statements, %d bytes of reply, %d of memory", spot.name, name, len(asked.statements), len(text), took)
			}
			if strings.Contains(text, `"data"`) || strings.Contains(text, "Did you mean") || strings.Contains(text, "zq-secret") {
				t.Errorf("%s/%s: %s", spot.name, name, text)
			}
		}
	}
	const whole, itsMemory = 2 << 20, 64 << 20 // the schema, with every word about it
	if _, text, took := run(wordiest); !strings.Contains(text, `{"data":{"__schema"`) || len(text) > whole || took > itsMemory {
		t.Errorf("the schema takes %d bytes of reply and %d of memory: %.200s", len(text), took, text)
	}
	stranger := f.world.Username(f.account, "reader", access.Levels{})
	granted, err := f.world.Prover.Begin(f.world.As(nil), stranger.Username)
	if err != nil {
		t.Fatal(err)
	}
	f.token = granted.Token
	if _, text, _ := run(doubling(40)); !strings.Contains(text, `"FORBIDDEN"`) {
		t.Errorf("not run here by a reader: %s", text)
	}
}
