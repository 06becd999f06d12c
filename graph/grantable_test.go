package graph

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/globalid"
)

// standing is a link as somebody sees it who is about to change it.
type standing struct {
	id         string
	version    any
	refusals   map[string]string
	privileges []any
}

func (s *stage) standing(v *access.Viewer, link uuid.UUID) standing {
	s.t.Helper()
	id := globalid.New("Link", s.a.ID, link).String()
	r := s.ask(v, `query($id: ID!) { node(id: $id) { ... on Link { version locked deleteLocked passwordLocked
		privileges { section level validFrom validUntil grantable grantableUntil } } } }`, map[string]any{"id": id})
	node, ok := r.Data["node"].(map[string]any)
	if !ok {
		s.t.Fatal(r.raw)
	}
	at := standing{id, node["version"], map[string]string{}, node["privileges"].([]any)}
	for _, field := range []string{"locked", "deleteLocked", "passwordLocked"} {
		at.refusals[field], _ = node[field].(string)
	}
	return at
}

// cast are usernames of the account a, all of whom may look at the others: the owner, people who
// run the account with gaps and ends of their own, and some who do not run it.
func (s *stage) cast(r *rand.Rand) (viewers []*access.Viewer, links []uuid.UUID) {
	s.t.Helper()
	viewers = append(viewers, s.a.Owner)
	links = append(links, s.a.Owner.Link(s.a.ID).ID)
	for i := range 7 {
		var levels access.Levels
		for section := range levels {
			levels[section] = access.Level(r.IntN(3))
		}
		levels[access.AccountAccess] = access.Full
		if i%3 == 0 {
			levels[access.AccountAccess] = access.View
		}
		id := s.g.username(s.a.ID)
		links = append(links, s.g.link(id, s.a.ID, window{}, levels))
		for _, section := range access.Sections() {
			until := []any{nil, nil, time.Now().Add(time.Hour), time.Now().Add(2 * time.Hour)}[r.IntN(4)]
			if section != access.AccountAccess {
				s.g.exec(`UPDATE privileges SET valid_until = $3 WHERE link_id = $1 AND section = $2`, links[len(links)-1], section.String(), until)
			}
		}
		viewers = append(viewers, s.w.Reload(id))
	}
	return viewers, links
}

// What the API says about granting is what setPrivileges then does, whoever asks.
func TestGrantableIsWhatIsAccepted(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	viewers, links := s.cast(r)
	done, refused := 0, 0
	for range 400 {
		v := s.w.Reload(viewers[r.IntN(len(viewers))].Username)
		at := s.standing(v, links[r.IntN(len(links))])
		p := at.privileges[r.IntN(access.SectionCount)].(map[string]any)
		if p["section"] == "ACCOUNT_ACCESS" {
			continue // everybody goes on as they are
		}
		level, current := access.Level(r.IntN(3)), levelOf(s.t, p["level"])
		until := p["validUntil"]
		if own, _ := p["grantableUntil"].(string); level > current && own != "" && (until == nil || own < until.(string)) {
			until = own
		}
		answer := s.ask(v, `mutation($a: ID!, $l: ID!, $v: Int!, $s: Section!, $n: AccessLevel!, $f: Time, $u: Time) {
			setPrivileges(account: $a, input: [{link: $l, version: $v, levels: [{section: $s, level: $n, validFrom: $f, validUntil: $u}]}]) { __typename } }`,
			map[string]any{"a": globalid.OfAccount(s.a.ID).String(), "l": at.id, "v": at.version, "s": p["section"], "n": level.String(), "f": p["validFrom"], "u": until})
		may := p["grantable"] != nil && level <= levelOf(s.t, p["grantable"])
		if (answer.code() == "") != may || !may && answer.code() != "FORBIDDEN" || (p["grantable"] == nil) != (at.refusals["locked"] != "") {
			t.Fatalf("%s sets %s of %v, locked %q: %s", v.Name, level, p, at.refusals["locked"], answer.raw)
		}
		if said := at.refusals["locked"]; said != "" && answer.Errors[0].Message != said {
			t.Errorf("locked says %q: %s", said, answer.raw)
		}
		if may {
			done++
		} else {
			refused++
		}
	}
	if done < 50 || refused < 50 {
		t.Errorf("%d done, %d refused: too few of one kind", done, refused)
	}
}

func levelOf(t *testing.T, name any) access.Level {
	t.Helper()
	level, err := access.ParseLevel(name.(string))
	if err != nil {
		t.Fatal(err)
	}
	return level
}

// The same of deleting a username and of asking for a new password.
func TestLockedIsWhatIsRefused(t *testing.T) {
	t.Parallel()
	s := newStage(t, directives())
	viewers, links := s.cast(rand.New(rand.NewPCG(1, 0)))
	gone := map[int]bool{}
	compare := func(v *access.Viewer, link uuid.UUID, field, mutation string) bool {
		at := s.standing(v, link)
		answer := s.ask(v, `mutation($a: ID!, $l: ID!) { `+mutation+`(account: $a, link: $l) { __typename } }`,
			map[string]any{"a": globalid.OfAccount(s.a.ID).String(), "l": at.id})
		said := at.refusals[field]
		if (answer.code() == "") != (said == "") || said != "" && answer.Errors[0].Message != said {
			t.Errorf("%s, %s %q: %s", v.Name, field, said, answer.raw)
		}
		return answer.code() == ""
	}
	for target := range links {
		for i, v := range viewers {
			if !gone[i] {
				compare(v, links[target], "passwordLocked", "requirePasswordChange")
			}
			if !gone[i] && !gone[target] && compare(v, links[target], "deleteLocked", "deleteUsername") {
				gone[target] = true
				break
			}
		}
	}
	if len(gone) == 0 || gone[0] {
		t.Errorf("deleted: %v", gone)
	}
	for target := range gone {
		at := s.standing(s.a.Owner, links[target])
		for field, said := range at.refusals {
			if said != "This username was deleted from the account." {
				t.Errorf("%s of a deleted username: %q", field, said)
			}
		}
	}
}
