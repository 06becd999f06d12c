package graph

import (
	"bytes"
	"net/http"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// sdl is the schema as a file, with the rule of each field.
var sdl = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchema(served())
	return b.Bytes()
})

// SDL serves the schema as a file, to whoever has been let in.
func SDL(w http.ResponseWriter, _ *http.Request) {
	h := w.Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Content-Disposition", `attachment; filename="schema.graphql"`)
	_, _ = w.Write(sdl())
}

// PlaygroundSDL serves the schema as a file to those who may use the playground of the account {account} in the
// route: like a run there, it is in the log.
func PlaygroundSDL(r *Resolver, o Options) http.Handler {
	p, handler := newPlayground(r, o)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, err := p.admit(r, &graphql.RawParams{Query: string(sdl())})
		if err == nil {
			err = p.store(ctx, "schema")
		}
		if err != nil {
			refuseWith(w, handler.Exec.DispatchError(r.Context(), gqlerror.List{gqlerror.WrapIfUnwrapped(err)}).Errors)
			return
		}
		SDL(w, r)
	})
}
