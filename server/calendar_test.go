package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"lanyard/internal/access"
	"lanyard/internal/apitokens"
	"lanyard/internal/globalid"
)

// address makes the address of anna's calendar.
func (p *partner) address(v *access.Viewer, names bool) (id, path string) {
	p.t.Helper()
	made, secret, err := apitokens.CreateCalendar(p.As(v), p.Log, apitokens.CalendarInput{Account: globalid.OfAccount(p.anna.ID), Name: "Phone", Names: names, ExpiresInDays: 30})
	if err != nil {
		p.t.Fatal(err)
	}
	return made.ID.String(), "/calendar/" + secret + ".ics"
}

func (p *partner) fetch(path string, change ...func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for _, do := range change {
		do(r)
	}
	a := httptest.NewRecorder()
	p.handler.ServeHTTP(a, r)
	return a
}

func TestAnAddressOfACalendar(t *testing.T) {
	t.Parallel()
	p := newPartner(t)
	client := p.Client(p.anna, "Wilhelmina", "Adams")
	p.Owner(`INSERT INTO appointments (id, account_id, client_id, start, minutes, status, version, created_at) VALUES (gen_random_uuid(), $1, $2, now() + interval '1 day', 50, 'SCHEDULED', 1, now())`, p.anna.ID, client.ID)
	if _, _, err := apitokens.CreateCalendar(p.As(p.master), p.Log, apitokens.CalendarInput{Account: globalid.OfAccount(p.anna.ID), Name: "Phone", Names: true, ExpiresInDays: 30}); err == nil {
		t.Error("names are given by somebody who may not take them out")
	}
	desk := p.Username(p.anna, "desk", access.Levels{access.Calendar: access.Full, access.Reports: access.Full})
	id, times := p.address(p.master, false)
	_, named := p.address(desk, true)
	first := p.fetch(times)
	text := first.Body.String()
	if first.Code != http.StatusOK || !strings.Contains(text, "SUMMARY:Appointment\r\n") || strings.Contains(text, "Adams") || first.Header().Get("Cache-Control") != "private, no-cache" {
		t.Errorf("%d %v %s", first.Code, first.Header(), text)
	}
	if again := p.fetch(times, func(r *http.Request) { r.Header.Set("If-None-Match", first.Header().Get("ETag")) }); again.Code != http.StatusNotModified {
		t.Errorf("the same again: %d", again.Code)
	}
	if a := p.fetch(named); !strings.Contains(a.Body.String(), "SUMMARY:Wilhelmina Adams") {
		t.Errorf("%d %s", a.Code, a.Body)
	}
	told := 0
	for _, e := range p.Events(p.anna.ID) {
		if e.Code == "calendar.fetched" {
			if told++; e.TokenName != "Phone" || e.RowCount != 1 || (len(e.Clients) == 1) != (e.ActorName == "desk") {
				t.Errorf("%+v", e)
			}
		}
	}
	if told != 3 {
		t.Errorf("%d fetches in the log", told)
	}
	// Neither is the other's, and all that lets nobody in is one answer.
	secret := strings.TrimSuffix(strings.TrimPrefix(times, "/calendar/"), ".ics")
	if a := p.ask(secret, clientsByToken); a.Code != http.StatusUnauthorized {
		t.Errorf("at the API: %d", a.Code)
	}
	none := p.fetch("/calendar/nothing.ics")
	for name, path := range map[string]string{"an app's token": "/calendar/" + p.secret + ".ics", "without its end": "/calendar/" + secret, "a folder": "/calendar/"} {
		if a := p.fetch(path); a.Code != http.StatusNotFound || a.Body.String() != none.Body.String() {
			t.Errorf("%s: %d %s", name, a.Code, a.Body)
		}
	}
	// Who loses the right to take names out gives them no more, and who loses the calendar gives nothing.
	p.Owner(`UPDATE privileges SET level = 1 WHERE username_id = $1 AND section = 'REPORTS'`, desk.Username)
	if a := p.fetch(named); a.Code != http.StatusOK || strings.Contains(a.Body.String(), "Adams") || !strings.Contains(a.Body.String(), "SUMMARY:Appointment") {
		t.Errorf("without Reports: %d %s", a.Code, a.Body)
	}
	p.Owner(`UPDATE privileges SET level = 0 WHERE username_id = $1 AND section = 'CALENDAR'`, desk.Username)
	if a := p.fetch(named); a.Code != http.StatusNotFound || a.Body.String() != none.Body.String() {
		t.Errorf("without the calendar: %d %s", a.Code, a.Body)
	}
	// Whoever runs the account sees it, and shuts it out.
	here, err := apitokens.InAccount(p.As(p.anna.Owner), p.Log, p.anna.ID)
	if err != nil || len(here) != 3 {
		t.Fatalf("%d tokens, %v", len(here), err)
	}
	for _, h := range here {
		if (h.ID.String() == id) != (h.Kind == apitokens.Calendar) {
			t.Errorf("%+v", h)
		}
	}
	if _, err := apitokens.RevokeHere(p.As(p.anna.Owner), p.Log, p.anna.ID, nil); err != nil {
		t.Fatal(err)
	}
	if a := p.fetch(times); a.Code != http.StatusNotFound {
		t.Errorf("shut out: %d", a.Code)
	}
}

// A program that asks all the time is told to wait.
func TestFetchesOfACalendarAreBounded(t *testing.T) {
	t.Parallel()
	p := newPartner(t)
	_, path := p.address(p.master, false)
	for range 12 {
		if a := p.fetch(path); a.Code != http.StatusOK {
			t.Fatal(a.Code)
		}
	}
	if a := p.fetch(path); a.Code != http.StatusTooManyRequests || a.Header().Get("Retry-After") == "" {
		t.Error(a.Code)
	}
}
