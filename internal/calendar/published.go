package calendar

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// A published calendar reaches so far, in parts that a list may have.
const (
	publishedPast   = 31 * 24 * time.Hour
	publishedAhead  = 186 * 24 * time.Hour
	publishedAtOnce = 31 * 24 * time.Hour
)

// Published is the calendar of an account in iCalendar (RFC 5545), for calendar programs: the times, and the
// names of clients where names is true. All times are in UTC, so that no rule of a time zone can be another one
// there. Reading it is an event: what was fetched stays where it was fetched to.
func Published(ctx context.Context, log *activity.Log, account uuid.UUID, names bool, now time.Time) ([]byte, error) {
	a, err := log.Reader().Account.Get(database.In(ctx, account), account)
	if err != nil {
		return nil, fmt.Errorf("read the account of a calendar: %w", err)
	}
	var all []*ent.Appointment
	end := now.Add(publishedAhead)
	for from := now.Add(-publishedPast); from.Before(end); from = from.Add(publishedAtOnce) {
		found, err := Within(ctx, log, account, nil, from, from.Add(publishedAtOnce))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	e := event(account, "calendar.fetched", activity.Read)
	if concern(&e, all...); !names {
		e.Clients = nil
	}
	if err := log.Store(ctx, e); err != nil {
		return nil, err
	}
	return published(a, all, names), nil
}

func published(a *ent.Account, all []*ent.Appointment, names bool) []byte {
	c := ics.NewCalendarFor("Lanyard")
	c.SetProductId("-//Lanyard//Lanyard//EN")
	c.SetMethod(ics.MethodPublish)
	c.SetXWRCalName(plain(a.ProviderName))
	c.SetXWRTimezone(a.TimeZone)
	c.SetRefreshInterval("PT1H", ics.WithValue("DURATION"))
	for _, one := range all {
		e := c.AddEvent(one.ID.String() + "@lanyard")
		e.SetDtStampTime(one.CreatedAt) // the same at each fetch; SEQUENCE tells that something has changed
		e.SetSequence(one.Version - 1)
		e.SetStartAt(one.Start)
		e.SetEndAt(one.Start.Add(time.Duration(one.Minutes) * time.Minute))
		e.SetSummary(summary(one, names))
		e.SetClass(ics.ClassificationPrivate)
		e.SetStatus(ics.ObjectStatusConfirmed)
		if one.Status == appointment.StatusCANCELLED {
			e.SetStatus(ics.ObjectStatusCancelled)
			e.SetTimeTransparency(ics.TransparencyTransparent)
		}
	}
	return []byte(c.Serialize(ics.WithNewLineWindows))
}

func summary(a *ent.Appointment, names bool) string {
	text := "Appointment"
	if c := a.Edges.Client; names && c != nil {
		text = cmp.Or(strings.TrimSpace(plain(c.DisplayName)), text)
	}
	if a.Status == appointment.StatusCANCELLED {
		return text + " (cancelled)"
	}
	return text
}

// plain is a text without what could end its line: the rest is escaped where it is written.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 {
			return ' '
		}
		return r
	}, text)
}
