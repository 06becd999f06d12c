package access_test

import (
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/problem"
)

// opened is a link with View Only of Clients, and an emergency from 10 to 20.
func opened(levels access.Levels) *access.Viewer {
	v := linkWith(uuid.New(), access.Clients, access.Privilege{Level: access.View})
	v.Links[0].Emergency = &access.Emergency{ID: uuid.New(), Window: access.Window{From: 10, Until: 20}, Levels: levels}
	return v
}

// An emergency raises a level within its scope and its time, and lowers none.
func TestAnEmergencyRaisesForItsTime(t *testing.T) {
	v := opened(access.Levels{access.Clients: access.Full, access.Notes: access.View})
	account := v.Links[0].Account
	for _, c := range []struct {
		section access.Section
		now     int64
		held    access.Level
		reason  access.Reason
	}{
		{access.Clients, 9, access.View, access.LevelTooLow},
		{access.Clients, 10, access.Full, access.ByEmergency},
		{access.Clients, 19, access.Full, access.ByEmergency},
		{access.Clients, 20, access.View, access.LevelTooLow},
		{access.Notes, 15, access.View, access.NoLevel},
		{access.Payments, 15, access.None, access.NoLevel},
	} {
		verdict := access.Explain(v, account, c.section, access.Full, c.now)
		if verdict.Held != c.held || verdict.Opened != (c.held > access.None && (c.section != access.Clients || c.held != access.View)) || verdict.Reason != c.reason || access.Decide(v, account, c.section, access.Full, c.now) != (c.held == access.Full) {
			t.Errorf("%s at %d: %+v", c.section, c.now, verdict)
		}
	}
	if verdict := access.Explain(v, account, access.Clients, access.View, 15); verdict.Reason != access.LevelSufficient || !verdict.Opened {
		t.Errorf("what was given is enough: %+v", verdict)
	}
	if v.EmergencyAt(account, 15) == nil || v.EmergencyAt(account, 20) != nil || v.EmergencyAt(uuid.New(), 15) != nil {
		t.Error("it runs at another time, or elsewhere")
	}
}

// An emergency does not reach beyond its link, nor past a second factor that is due.
func TestAnEmergencyEndsWithItsLink(t *testing.T) {
	v := opened(access.Levels{access.Notes: access.Full})
	account := v.Links[0].Account
	v.Links[0].Until = 15
	if access.Decide(v, account, access.Notes, access.View, 15) || v.EmergencyAt(account, 15) != nil {
		t.Error("the link is over")
	}
	v.Links[0].Until, v.Links[0].FactorDue = 0, true
	if access.Decide(v, account, access.Notes, access.View, 15) {
		t.Error("a second factor is due")
	}
}

// What is opened in an emergency is not held for granting.
func TestAnEmergencyIsNotPassedOn(t *testing.T) {
	v := opened(access.Levels{access.Clients: access.Full, access.Notes: access.Full})
	if h := v.Links[0].Holder(v.Username, 15); h.Levels != (access.Levels{access.Clients: access.View}) {
		t.Errorf("held for granting: %v", h.Levels)
	}
}

func TestCheckEmergency(t *testing.T) {
	settled := access.Levels{access.Clients: access.Full, access.Notes: access.View, access.AccountAccess: access.Full}
	for name, c := range map[string]struct {
		wanted access.Levels
		code   problem.Code
	}{
		"as settled":               {access.Levels{access.Clients: access.Full, access.Notes: access.View}, ""},
		"less":                     {access.Levels{access.Clients: access.View}, ""},
		"nothing":                  {access.Levels{}, problem.BadUserInput},
		"above":                    {access.Levels{access.Notes: access.Full}, problem.Forbidden},
		"not settled":              {access.Levels{access.PsychotherapyNotes: access.View}, problem.Forbidden},
		"Account Access, if it is": {access.Levels{access.AccountAccess: access.View}, problem.Forbidden},
	} {
		err := access.CheckEmergency(settled, c.wanted)
		if p := problem.As(err); (p == nil) != (c.code == "") || p != nil && p.Code != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCheckEmergencyReview(t *testing.T) {
	user, reviewer := uuid.New(), uuid.New()
	for name, c := range map[string]struct {
		reviewer uuid.UUID
		link     *access.Link
		refused  bool
	}{
		"somebody who was there":        {reviewer, &access.Link{ConsentBy: uuid.New(), Since: 10}, false},
		"the owner":                     {reviewer, &access.Link{ConsentBy: reviewer, Since: 1}, false},
		"one's own":                     {user, &access.Link{ConsentBy: uuid.New(), Since: 1}, true},
		"let in by its user":            {reviewer, &access.Link{ConsentBy: user, Since: 1}, true},
		"let in once it had begun":      {reviewer, &access.Link{ConsentBy: uuid.New(), Since: 11}, true},
		"nobody whom the account knows": {reviewer, nil, true},
	} {
		if err := access.CheckEmergencyReview(c.reviewer, c.link, user, 10); (err != nil) != c.refused {
			t.Errorf("%s: %v", name, err)
		}
	}
}
