package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/apitokens"
	"lanyard/internal/problem"
)

// calendars gives the calendar of an account to a calendar program.
type calendars interface {
	Calendar(ctx context.Context, account uuid.UUID, names bool) ([]byte, error)
}

// aFetch is what a fetch counts: a calendar program that asks more often than twelve times a minute is broken.
const aFetch = apitokens.CostAMinute / 12

// fetched answers calendar programs. The secret in the address says who asks, and nothing else does. There is one
// answer for all that lets nobody in.
func fetched(p parts, f calendars) http.Handler {
	budgets := apitokens.NewBudgets()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Robots-Tag", "noindex")
		secret, named := strings.CutSuffix(r.PathValue("file"), ".ics")
		if !named {
			statusOnly(w, http.StatusNotFound)
			return
		}
		viewer, names, err := apitokens.LoadCalendar(r.Context(), p.db, secret)
		if err != nil {
			p.log.ErrorContext(r.Context(), "an address of a calendar cannot be looked up", "error", err)
			statusOnly(w, http.StatusServiceUnavailable)
			return
		}
		if viewer == nil || len(viewer.Links) != 1 {
			statusOnly(w, http.StatusNotFound)
			return
		}
		if _, ok := budgets.Spend(viewer.Token.ID, time.Now(), aFetch); !ok {
			h.Set("Retry-After", "60")
			statusOnly(w, http.StatusTooManyRequests)
			return
		}
		if p.uses != nil {
			p.uses.Add(viewer.Token.ID, address(r))
		}
		text, err := f.Calendar(access.WithViewer(r.Context(), viewer), viewer.Links[0].Account, names)
		if err != nil {
			refuseCalendar(w, r, p, err)
			return
		}
		sum := sha256.Sum256(text)
		h.Set("Content-Type", "text/calendar; charset=utf-8")
		h.Set("Content-Disposition", `inline; filename="calendar.ics"`)
		h.Set("Cache-Control", "private, no-cache")
		h.Set("ETag", `"`+hex.EncodeToString(sum[:16])+`"`)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(text))
	})
}

func refuseCalendar(w http.ResponseWriter, r *http.Request, p parts, err error) {
	if problem.As(err) == nil {
		p.log.ErrorContext(r.Context(), "a calendar cannot be read", "error", err)
		statusOnly(w, http.StatusInternalServerError)
		return
	}
	statusOnly(w, http.StatusNotFound)
}
