package accountaccess_test

import (
	"sync"
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
	if err := set(p.ben.Owner, link, version, nil, &soon); err != nil {
		t.Fatal(err)
	}
	p.Owner(`UPDATE links SET valid_until = $2 WHERE id = $1`, link, past)
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
	refused(t, "an end that is over", set(p.ben.Owner, link, version+2, nil, &past), problem.BadUserInput)
	refused(t, "a beginning to come of what is in force", set(p.ben.Owner, link, version+2, &soon, &later), problem.BadUserInput)
	p.Owner(`UPDATE privileges SET level = 1 WHERE username_id = $1 AND section = 'PSYCHOTHERAPY_NOTES'`, p.master.Username)
	p.Owner(`UPDATE links SET valid_until = NULL WHERE username_id = $1`, chief.Username)
	refused(t, "psychotherapy notes for longer, by another than the owner", set(chief, link, version+2, nil, &later), problem.Forbidden)
	if err := set(p.ben.Owner, link, version+2, nil, &later); err != nil {
		t.Error(err)
	}
}

// An access that runs out is recorded and told once for each end, by whichever server comes first: to the account
// and to the others that the username may enter.
func TestLinksRunOut(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	link := linkOf(p.master, p.ben)
	p.Owner(`UPDATE links SET valid_until = now() + interval '1 hour' WHERE id = $1`, link)
	runOut := func() {
		var wait sync.WaitGroup
		for range 4 {
			wait.Go(func() {
				if err := accountaccess.RunOut(t.Context(), p.DB, p.Log); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
	}
	for _, want := range []int{0, 1, 2} { // it has not run out yet; it has; it has again, after it was made longer
		runOut()
		recorded := 0
		for _, e := range p.Events(p.ben.ID) {
			if e.Code == "link.ended" && e.ActorName == "system:links" && e.Entities[0] == link {
				recorded++
			}
		}
		if recorded != want {
			t.Errorf("recorded %d times, want %d", recorded, want)
		}
		if got := told(p.told(p.ben), "The access of master to this account has run out: its last day is over."); got != want {
			t.Errorf("ben is told %d times, want %d", got, want)
		}
		if got := told(p.told(p.anna), "The access of master to another account has run out. Look whether it is still needed here."); got != want {
			t.Errorf("anna is told %d times, want %d", got, want)
		}
		p.Owner(`UPDATE links SET valid_until = now() WHERE id = $1`, link)
	}
}

func told(all []string, sentence string) (n int) {
	for _, one := range all {
		if one == sentence {
			n++
		}
	}
	return n
}
