// Package wire is GraphQL over HTTP: one operation in a JSON body by POST, one JSON answer; where
// it is told to, also a query in the URL by GET. It follows the GraphQL-over-HTTP draft as the
// audits of the npm package graphql-http read it, and answers no other method, form or batch: those
// are ways round cross-origin protection and limits.
package wire

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/graph/present"
	"lanyard/internal/problem"
)

// DefaultMaxBody is the body limit of a Handler that names none, in bytes.
const DefaultMaxBody = 64 << 10

// Handler serves the operations of one schema.
type Handler struct {
	Exec *executor.Executor
	// Admit decides before anything is parsed whether params may run, puts the text of a document
	// that they name by its id into them, and gives the context to run in. Nil: nothing runs.
	Admit func(r *http.Request, params *graphql.RawParams) (context.Context, error)
	// MaxBody is the largest body that is read, in bytes; 0 means DefaultMaxBody.
	MaxBody int64
	// Gets also answers queries, and queries alone, that come in the URL of a GET.
	Gets bool
	// Streams answers the requests that accept text/event-stream and no JSON. Nil: they are
	// answered 406.
	Streams *Streams
}

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cache-Control", "no-store")
	r = r.WithContext(graphql.StartOperationTrace(r.Context()))
	r.Body = http.MaxBytesReader(w, r.Body, h.maxBody())
	accept := r.Header.Values("Accept")
	mediaType, ok := negotiate(accept)
	defer h.recover(w, r, mediaType)
	switch {
	case r.Method != http.MethodPost && !h.gets(r):
		w.Header().Set("Allow", h.allowed())
		refuse(w, http.StatusMethodNotAllowed, mediaType, "Send GraphQL operations by POST.")
	case !ok && h.Streams != nil && streams(accept):
		h.stream(w, r)
	case !ok:
		refuse(w, http.StatusNotAcceptable, mediaType, "The answer can be %s or %s.", graphQLType, jsonType)
	default:
		h.answer(w, r, mediaType)
	}
}

func (h Handler) answer(w http.ResponseWriter, r *http.Request, mediaType string) {
	r, operation := h.begin(w, r, mediaType)
	switch {
	case operation == nil:
	case r.Method == http.MethodGet && operation.Operation.Operation != ast.Query:
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, http.StatusMethodNotAllowed, mediaType, "By GET there are queries only.")
	case operation.Operation.Operation == ast.Subscription:
		h.refuse(w, r, mediaType, problem.New(problem.BadUserInput, "A subscription needs the header Accept: %s.", streamType))
	default:
		h.execute(w, r, mediaType, operation)
	}
}

// begin reads the operation and gives the request to run it with. Nil: it was refused, and that
// is answered.
func (h Handler) begin(w http.ResponseWriter, r *http.Request, mediaType string) (*http.Request, *graphql.OperationContext) {
	start := graphql.Now()
	params, bad := read(r)
	if bad != nil {
		refuse(w, bad.status, mediaType, "%s", bad.message)
		return r, nil
	}
	ctx, err := h.admit(r, params)
	if err != nil {
		h.refuse(w, r, mediaType, err)
		return r, nil
	}
	r = r.WithContext(ctx)
	params.Headers = r.Header
	params.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	operation, errs := h.Exec.CreateOperationContext(ctx, params)
	if errs != nil {
		ctx = graphql.WithOperationContext(ctx, operation)
		refused := h.Exec.DispatchError(ctx, errs)
		write(w, refusedWith(refused, mediaType), mediaType, refused)
		return r, nil
	}
	return r, operation
}

// refuse answers an operation that is not executed.
func (h Handler) refuse(w http.ResponseWriter, r *http.Request, mediaType string, err error) {
	write(w, requestError(mediaType), mediaType, h.Exec.DispatchError(r.Context(), gqlerror.List{gqlerror.WrapIfUnwrapped(err)}))
}

func (h Handler) admit(r *http.Request, params *graphql.RawParams) (context.Context, error) {
	if h.Admit == nil {
		return nil, errors.New("this handler admits nothing")
	}
	return h.Admit(r, params)
}

func (h Handler) execute(w http.ResponseWriter, r *http.Request, mediaType string, operation *graphql.OperationContext) {
	responses, ctx := h.Exec.DispatchOperation(r.Context(), operation)
	response := responses(ctx)
	switch {
	case response == nil: // the time for the request ran out before there was an answer
		err := errors.Join(errors.New("no answer"), context.Cause(ctx))
		response = h.Exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(err)})
		write(w, http.StatusServiceUnavailable, mediaType, response)
	case len(response.Data) == 0: // an extension refused it before execution
		write(w, requestError(mediaType), mediaType, response)
	default:
		write(w, http.StatusOK, mediaType, response)
	}
}

// requestError is the status of an operation that was not executed. Clients of application/json
// must not mistake such an answer for one of a proxy, so there it is 200.
func requestError(mediaType string) int {
	if mediaType == jsonType {
		return http.StatusOK
	}
	return http.StatusBadRequest
}

// refusedWith is the status of an operation that was not executed: whoever asks too often is told so in the
// status too, which programs and proxies go by.
func refusedWith(response *graphql.Response, mediaType string) int {
	for _, e := range response.Errors {
		if e.Extensions["code"] == problem.RateLimited {
			return http.StatusTooManyRequests
		}
	}
	return requestError(mediaType)
}

// recover answers a panic outside of the resolvers, which have their own.
func (h Handler) recover(w http.ResponseWriter, r *http.Request, mediaType string) {
	value := recover()
	if value == nil {
		return
	}
	if err, ok := value.(error); ok && errors.Is(err, http.ErrAbortHandler) {
		panic(value)
	}
	shown := gqlerror.WrapIfUnwrapped(h.Exec.PresentRecoveredError(r.Context(), value))
	if strings.HasPrefix(w.Header().Get("Content-Type"), streamType) {
		panic(http.ErrAbortHandler) // the answer has begun: there is no other end
	}
	write(w, http.StatusInternalServerError, mediaType, &graphql.Response{Errors: gqlerror.List{shown}})
}

func (h Handler) gets(r *http.Request) bool { return h.Gets && r.Method == http.MethodGet }

func (h Handler) allowed() string {
	if h.Gets {
		return "GET, POST"
	}
	return http.MethodPost
}

func (h Handler) maxBody() int64 {
	if h.MaxBody == 0 {
		return DefaultMaxBody
	}
	return h.MaxBody
}

func refuse(w http.ResponseWriter, status int, mediaType, format string, args ...any) {
	shown := present.Problem(problem.New(problem.BadUserInput, format, args...))
	write(w, status, mediaType, &graphql.Response{Errors: gqlerror.List{shown}})
}
