package graph

import (
	"context"
	"net/http"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/graph/gen"
	"lanyard/graph/limits"
	"lanyard/graph/present"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/activitylog"
	"lanyard/internal/download"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
	"lanyard/internal/reports"
)

// downloads are exports that leave as a stream. Who may have one is said by a field of the schema and nowhere
// else: that field is asked for first, with its rules, and again before each page; only its answer is another.
type downloads struct {
	exec    *executor.Executor
	present present.Presenter
	log     *activity.Log
	options Options

	mu      sync.Mutex
	running map[uuid.UUID]bool
}

// kinds are the files, by the names that they have in the route: the field that lets them out.
var kinds = map[string]string{
	download.ActivityCSV:  askActivity,
	download.ActivityFHIR: askActivity,
	download.Manifest:     askActivity,
	download.ClientsCSV:   `query($account: ID!) { exportClientList(account: $account) { __typename } }`,
}

const askActivity = `query($account: ID!, $filter: ActivityFilter) { exportActivity(account: $account, filter: $filter) { __typename } }`

// Downloads serves the file {file} of the account {account} in the route. The context of a request must carry
// what the API's must.
func Downloads(r *Resolver, o Options) http.Handler {
	d := &downloads{log: r.Log, options: o, running: map[uuid.UUID]bool{}}
	rules := directives()
	proven := rules.Fresh
	rules.Fresh = func(ctx context.Context, obj any, next graphql.Resolver) (any, error) {
		if slot(ctx).again {
			return next(ctx) // it was proven when it began
		}
		return proven(ctx, obj, next)
	}
	d.exec, d.present = newExecutorOf(admitting{r}, r, o, rules, limits.Default, limits.Options{})
	return d
}

// admitted is what a field that lets a file out was asked with.
type admitted struct {
	viewer  *access.Viewer
	account uuid.UUID
	filter  activitylog.Filter
	// again tells that the file is leaving already.
	again bool
}

type admittedKey struct{}

func slot(ctx context.Context) *admitted { return ctx.Value(admittedKey{}).(*admitted) }

// admitting answers the fields that let a file out with nothing: they were let out.
type admitting struct{ *Resolver }

type admittingQuery struct{ gen.QueryResolver }

func (a admitting) Query() gen.QueryResolver { return admittingQuery{a.Resolver.Query()} }

func (admittingQuery) ExportActivity(ctx context.Context, account globalid.ID, _ int, _ *string, filter *activitylog.Filter) (*activitylog.Export, error) {
	slot(ctx).viewer, slot(ctx).account, slot(ctx).filter = access.ViewerFrom(ctx), account.AccountID(), value(filter)
	return nil, nil //nolint:nilnil // that is the answer
}

func (admittingQuery) ExportClientList(ctx context.Context, account globalid.ID, _ reports.Use) (*reports.File, error) {
	slot(ctx).viewer, slot(ctx).account = access.ViewerFrom(ctx), account.AccountID()
	return nil, nil //nolint:nilnil // that is the answer
}

// admit asks the field that lets the file out.
func (d *downloads) admit(ctx context.Context, params *graphql.RawParams, again bool) (*admitted, gqlerror.List) {
	a := &admitted{again: again}
	ctx = graphql.StartOperationTrace(context.WithValue(ctx, admittedKey{}, a))
	operation, errs := d.exec.CreateOperationContext(ctx, params)
	if errs != nil {
		return nil, d.exec.DispatchError(graphql.WithOperationContext(ctx, operation), errs).Errors
	}
	responses, ctx := d.exec.DispatchOperation(ctx, operation)
	response := responses(ctx)
	if response == nil {
		return nil, gqlerror.List{d.present.Error(ctx, context.Cause(ctx))}
	}
	return a, response.Errors
}

// mayStill asks anew, as nobody who waits does: whoever loses a level has the page under way, and no other.
func (d *downloads) mayStill(params graphql.RawParams) func(context.Context) error {
	params.Headers = http.Header{Background: {"1"}}
	return func(ctx context.Context) error {
		if _, errs := d.admit(ctx, &params, true); len(errs) > 0 {
			return errs[0]
		}
		return nil
	}
}

// file is what was let out.
func (d *downloads) file(ctx context.Context, a *admitted, name string) (*download.File, error) {
	if name == download.ClientsCSV {
		return reports.DownloadClientList(ctx, d.log, a.account)
	}
	return activitylog.Download(ctx, d.log, a.account, a.filter, name)
}

// begin lets nobody have two downloads at once: each holds a page, and the database's time.
func (d *downloads) begin(username uuid.UUID) (end func(), err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.running[username] {
		return nil, problem.New(problem.RateLimited, "A download of yours is under way. Wait for its end, or end it.").With("retryAfter", 5)
	}
	d.running[username] = true
	return func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		delete(d.running, username)
	}, nil
}
