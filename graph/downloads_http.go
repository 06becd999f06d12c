package graph

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"lanyard/graph/wire"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/activitylog"
	"lanyard/internal/download"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
)

// order is the body of a request for a file; empty: all of it. It is no part of the URL, which is kept where a
// body is not: a filter may hold a client's name.
type order struct {
	filter map[string]any
	// export is the id of the export that a manifest is wanted of.
	export string
}

const longestOrder = 16 << 10

var errOrder = problem.New(problem.BadUserInput, "The body must be one JSON object with filter, or with export for a manifest, or be empty.")

func readOrder(r *http.Request) (order, error) {
	body, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, longestOrder))
	if err != nil {
		return order{}, errOrder
	}
	if len(bytes.TrimSpace(body)) == 0 {
		return order{}, nil
	}
	var o order
	fields, err := wire.Object(body, "filter", "export")
	for key, into := range map[string]any{"filter": &o.filter, "export": &o.export} {
		if raw, given := fields[key]; given {
			err = errors.Join(err, json.Unmarshal(raw, into))
		}
	}
	if err != nil {
		return order{}, errOrder
	}
	return o, nil
}

// ServeHTTP implements http.Handler.
func (d *downloads) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ask, known := kinds[r.PathValue("file")]
	if !known {
		d.refuse(w, r, problem.Missing())
		return
	}
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	wanted, err := readOrder(r)
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	params := graphql.RawParams{Query: ask, Variables: map[string]any{"account": r.PathValue("account")}, Headers: r.Header}
	if wanted.filter != nil {
		params.Variables["filter"] = wanted.filter
	}
	a, errs := d.admit(r.Context(), &params, false)
	if len(errs) > 0 {
		refuseWith(w, errs)
		return
	}
	r = r.WithContext(access.WithViewer(r.Context(), a.viewer))
	if r.PathValue("file") == download.Manifest {
		d.manifest(w, r, a, globalid.Parse(wanted.export))
		return
	}
	end, err := d.begin(a.viewer.Username)
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	defer end()
	d.send(w, r, a, d.mayStill(params))
}

func (d *downloads) send(w http.ResponseWriter, r *http.Request, a *admitted, may func(context.Context) error) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	f, err := d.file(ctx, a, r.PathValue("file"))
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	if s := d.options.Streams; s != nil {
		s.Lasts(ctx)
		go func() {
			select {
			case <-s.Stop:
				cancel()
			case <-ctx.Done():
			}
		}()
	}
	h := w.Header()
	h.Set("Content-Type", f.Type)
	h.Set("Content-Disposition", fmt.Sprintf(`attachment; filename=%q`, f.Name))
	h.Set("Lanyard-Export", globalid.New("Event", a.account, f.Leaves.ID).String())
	h.Set("Lanyard-Total", strconv.Itoa(f.Total))
	h.Set("Trailer", "Repr-Digest")
	h.Set("X-Accel-Buffering", "no") // a proxy must not wait for more
	sum, err := download.Send(ctx, d.log, *f, unhurried{w, http.NewResponseController(w)}, may)
	if err != nil {
		d.options.Logger.InfoContext(ctx, "a download was broken off", "requestId", requestID(ctx), "error", err)
		panic(http.ErrAbortHandler) // whoever reads must not take it for the whole
	}
	h.Set("Repr-Digest", "sha-256=:"+base64.StdEncoding.EncodeToString(sum.SHA256)+":") // RFC 9530
}

// unhurried writes for somebody who may be slow, but not for ever.
type unhurried struct {
	w       http.ResponseWriter
	control *http.ResponseController
}

// patience is how long a page may take to be taken.
const patience = 30 * time.Second

func (p unhurried) Write(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	_ = p.control.SetReadDeadline(time.Time{}) // where there is none, none has to go
	_ = p.control.SetWriteDeadline(time.Now().Add(patience))
	n, err := p.w.Write(b)
	if err == nil {
		err = p.control.Flush()
	}
	return n, err
}

func (d *downloads) manifest(w http.ResponseWriter, r *http.Request, a *admitted, id globalid.ID) {
	ctx, collected := activity.WithCollector(r.Context())
	m, err := activitylog.ManifestOf(ctx, d.log, a.account, id.In("Event", a.account))
	if err == nil {
		err = d.log.Store(ctx, collected.Take()...)
	}
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="manifest.json"`)
	to := json.NewEncoder(w)
	to.SetIndent("", " ")
	_ = to.Encode(m)
}

func (d *downloads) refuse(w http.ResponseWriter, r *http.Request, err error) {
	refuseWith(w, gqlerror.List{d.present.Error(r.Context(), missing(err))})
}

var statuses = map[problem.Code]int{
	problem.Unauthenticated: http.StatusUnauthorized, problem.Forbidden: http.StatusForbidden, problem.NotFound: http.StatusNotFound,
	problem.BadUserInput: http.StatusBadRequest, problem.RateLimited: http.StatusTooManyRequests,
}

// refuseWith answers in the form of the API.
func refuseWith(w http.ResponseWriter, errs gqlerror.List) {
	code, _ := errs[0].Extensions["code"].(problem.Code)
	status, known := statuses[code]
	if !known {
		status = http.StatusInternalServerError
	}
	if seconds, ok := errs[0].Extensions["retryAfter"].(int); ok {
		w.Header().Set("Retry-After", strconv.Itoa(seconds))
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": errs})
}
