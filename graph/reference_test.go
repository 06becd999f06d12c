package graph

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"lanyard/internal/access"
)

// What follows is the product's rules once more, in plain loops over plain data: usernames and
// accounts are numbers, and times are hours from now, 0 for none.

type plainPrivilege struct {
	section, level, from, until int
}

type plainLink struct {
	username, account, from, until int
	ended                          bool
	privileges                     []plainPrivilege
	// emergency is one that the username has started; none: it has no levels.
	emergency plainEmergency
}

// plainEmergency is a time in which some sections were opened.
type plainEmergency struct {
	from, until int
	// levels are those that it opened, by the section.
	levels map[int]int
}

func (e plainEmergency) runs() bool { return len(e.levels) > 0 && begun(e.from, e.until) }

type plainWorld struct {
	usernames, accounts int
	links               []plainLink
	// asks are the accounts that ask for a second factor, and asksPasskey those that ask for a passkey.
	asks, asksPasskey []bool
	// proofs are the second factors of the usernames.
	proofs []plainProof
}

// plainProof is what a username has, and what it has signed in with; nothing: it is not there.
type plainProof struct {
	app, passkey bool
	by           access.Factor
}

// due tells whether the account waits for a second factor of the username, or for a passkey.
func (w plainWorld) due(username, account int) bool {
	p := w.proofs[username]
	shown := p.by == access.ByPasskey || p.by == "" && p.passkey
	return w.asks[account] && !p.app && !p.passkey || w.asksPasskey[account] && !shown
}

// signedIn is the world in which everybody has signed in, who was not there by the password alone.
func (w plainWorld) signedIn() plainWorld {
	w.proofs = slices.Clone(w.proofs)
	for i, p := range w.proofs {
		w.proofs[i].by = cmp.Or(p.by, access.ByPassword)
	}
	return w
}

// absent is the world in which nobody is there, as where tokens ask.
func (w plainWorld) absent() plainWorld {
	w.proofs = slices.Clone(w.proofs)
	for i := range w.proofs {
		w.proofs[i].by = ""
	}
	return w
}

func begun(from, until int) bool { return from <= 0 && until >= 0 }

// waits tells whether the username would enter the account, had it a second factor.
func (w plainWorld) waits(username, account int) bool {
	has := w
	has.asks, has.asksPasskey = make([]bool, w.accounts), make([]bool, w.accounts)
	return w.due(username, account) && has.enters(username, account)
}

// enters tells whether the username may enter the account now.
func (w plainWorld) enters(username, account int) bool {
	for _, l := range w.links {
		if l.username == username && l.account == account && !l.ended && begun(l.from, l.until) && !w.due(username, account) {
			return true
		}
	}
	return false
}

// level is what the username holds now: 0 nothing, 1 View Only, 2 Full Access.
func (w plainWorld) level(username, account, section int) int {
	for _, l := range w.links {
		if l.username != username || l.account != account || l.ended || !begun(l.from, l.until) || w.due(username, account) {
			continue
		}
		held := 0
		for _, p := range l.privileges {
			if p.section == section && begun(p.from, p.until) {
				held = p.level
			}
		}
		if l.emergency.runs() && l.emergency.levels[section] > held {
			held = l.emergency.levels[section]
		}
		return held
	}
	return 0
}

func (w plainWorld) may(username, account, section, level int) bool {
	return level > 0 && w.level(username, account, section) >= level
}

// given is the world without what emergencies open.
func (w plainWorld) given() plainWorld {
	w.links = slices.Clone(w.links)
	for i := range w.links {
		w.links[i].emergency = plainEmergency{}
	}
	return w
}

// randomWorld is a world of that size. The same seed gives a part of the same world in a
// smaller size.
func randomWorld(seed uint64, usernames, accounts int) plainWorld {
	w := plainWorld{usernames: usernames, accounts: accounts}
	for a := range accounts {
		asks := rand.New(rand.NewPCG(seed, uint64(1000+a))).IntN(8)
		w.asks, w.asksPasskey = append(w.asks, asks < 3), append(w.asksPasskey, asks == 0)
	}
	for u := range usernames {
		r := rand.New(rand.NewPCG(seed, uint64(2000+u)))
		by := []access.Factor{"", access.ByPassword, access.ByAuthenticator, access.ByRecoveryCode, access.ByPasskey, access.ByPasskey}
		w.proofs = append(w.proofs, plainProof{r.IntN(2) == 0, r.IntN(3) == 0, by[r.IntN(len(by))]})
	}
	for u := range usernames {
		for a := range accounts {
			r := rand.New(rand.NewPCG(seed, uint64(u*100+a)))
			if r.IntN(5) == 0 {
				continue
			}
			w.links = append(w.links, randomLink(r, u, a, false))
			if r.IntN(4) == 0 {
				w.links = append(w.links, randomLink(r, u, a, true))
			}
		}
	}
	return w
}

func randomLink(r *rand.Rand, username, account int, ended bool) plainLink {
	l := plainLink{username: username, account: account, ended: ended}
	l.from, l.until = randomTimes(r, 8)
	for s := range access.SectionCount {
		p := plainPrivilege{section: s, level: r.IntN(3)}
		p.from, p.until = randomTimes(r, 5)
		l.privileges = append(l.privileges, p)
	}
	if r.IntN(3) == 0 {
		l.emergency = randomEmergency(r)
	}
	return l
}

// randomEmergency opens some of the sections that an emergency can open, now or earlier.
func randomEmergency(r *rand.Rand) plainEmergency {
	e := plainEmergency{from: -4, until: []int{-2, 6, 6}[r.IntN(3)], levels: map[int]int{}}
	for s := range access.SectionCount {
		switch access.Section(s) {
		case access.PracticeSetup, access.CodesSetup, access.AccountAccess, access.ActivityLog:
		default:
			if r.IntN(2) == 0 {
				e.levels[s] = 1 + r.IntN(2)
			}
		}
	}
	return e
}

// randomTimes are no limits most of the time, and otherwise limits on either side of now.
func randomTimes(r *rand.Rand, seldom int) (from, until int) {
	if r.IntN(seldom) > 1 {
		return 0, 0
	}
	return []int{-4, -4, 0, 4}[r.IntN(4)], []int{-2, 0, 6, 6}[r.IntN(4)]
}
