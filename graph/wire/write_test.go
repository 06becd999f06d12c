package wire

import (
	"net/http/httptest"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/graph/present"
	"lanyard/internal/problem"
)

// Whoever is asked to wait is told so where every client looks, too.
func TestRetryAfter(t *testing.T) {
	locked := func(seconds int) *gqlerror.Error {
		return present.Problem(problem.New(problem.RateLimited, "Wait.").With("retryAfter", seconds))
	}
	for want, errs := range map[string]gqlerror.List{
		"":   {present.Problem(problem.Missing())},
		"90": {locked(90)},
		"61": {locked(5), present.Problem(problem.Missing()), locked(61)},
	} {
		w := httptest.NewRecorder()
		write(w, 200, "application/json", &graphql.Response{Errors: errs})
		if got := w.Header().Get("Retry-After"); got != want {
			t.Errorf("Retry-After: %q, want %q", got, want)
		}
	}
}
