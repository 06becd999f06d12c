package accountaccess_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

// A link ends to the microsecond on both walls; a later end is a grant like any other.
func TestTimesOfALink(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	chief := p.Username(p.ben, "chief", access.Everything())
	link, version := linkOf(p.master, p.ben), 2
	set := func(by *access.Viewer, link uuid.UUID, version int, from, until *time.Time) error {
		_, err := accountaccess.SetTimes(p.As(by), p.Log, p.ben.ID, accountaccess.LinkTimes{Link: link, Version: version, From: from, Until: until})
		return err
	}
	now := time.Now().Truncate(time.Microsecond)
	soon, later, past := now.Add(time.Hour), now.Add(2*time.Hour), now.Add(-time.Minute)
	if err := set(p.ben.Owner, link, version, nil, &past); err != nil {
		t.Fatal(err)
	}
	if got := dbtest.Must[[]*ent.Link](t)(accountaccess.Usernames(p.As(p.master), p.Log, p.ben.ID)); len(got) != 1 {
		t.Errorf("after its end the wall shows %d links", len(got))
	}
	if access.Member(p.Reload(p.master.Username), p.ben.ID, now.UnixMicro()) {
		t.Error("after its end it lets in")
	}
	refused(t, "a stale change", set(p.ben.Owner, link, version, nil, nil), problem.Conflict)
	refused(t, "an end before the beginning", set(p.ben.Owner, link, version+1, &later, &soon), problem.BadUserInput)
	p.Owner(`UPDATE links SET valid_until = $2 WHERE username_id = $1`, chief.Username, soon)
	refused(t, "for longer than oneself", set(chief, link, version+1, nil, &later), problem.Forbidden)
	refused(t, "without an end", set(chief, link, version+1, nil, nil), problem.Forbidden)
	refused(t, "one's own", set(chief, linkOf(chief, p.ben), 1, nil, nil), problem.Forbidden)
	refused(t, "the owner's", set(chief, linkOf(p.ben.Owner, p.ben), 1, nil, &soon), problem.Forbidden)
	if err := set(chief, link, version+1, nil, &soon); err != nil {
		t.Error(err)
	}
	p.Owner(`UPDATE privileges SET level = 1 WHERE username_id = $1 AND section = 'PSYCHOTHERAPY_NOTES'`, p.master.Username)
	p.Owner(`UPDATE links SET valid_until = NULL WHERE username_id = $1`, chief.Username)
	refused(t, "psychotherapy notes for longer, by another than the owner", set(chief, link, version+2, nil, &later), problem.Forbidden)
	if err := set(p.ben.Owner, link, version+2, nil, &later); err != nil {
		t.Error(err)
	}
}
