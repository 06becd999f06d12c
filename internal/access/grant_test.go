package access_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/problem"
)

func holder(levels access.Levels) access.Holder {
	return access.Holder{Username: uuid.New(), Levels: levels}
}

func TestCheckGrant(t *testing.T) {
	owner := access.Holder{Username: uuid.New(), Owner: true, Levels: access.OwnerLevels()}
	manager := holder(access.Levels{access.AccountAccess: access.Full, access.Clients: access.View, access.PsychotherapyNotes: access.Full})
	nobody := holder(access.Levels{})
	clients := func(l access.Level) access.Levels { return access.Levels{access.Clients: l} }
	psych := access.Levels{access.PsychotherapyNotes: access.View}
	for name, c := range map[string]struct {
		actor, target access.Holder
		wanted        access.Levels
		ok            bool
	}{
		"own level":                       {manager, nobody, clients(access.View), true},
		"above own":                       {manager, nobody, clients(access.Full), false},
		"not held at all":                 {manager, nobody, access.Levels{access.Notes: access.View}, false},
		"oneself":                         {manager, manager, clients(access.None), false},
		"the owner":                       {manager, owner, clients(access.None), false},
		"lowering what one does not hold": {manager, holder(access.Levels{access.Notes: access.Full}), access.Levels{access.Notes: access.View}, true},
		"psychotherapy notes by another":  {manager, nobody, psych, false},
		"psychotherapy notes by owner":    {owner, nobody, psych, true},
		"everything by owner":             {owner, nobody, access.OwnerLevels(), true},
	} {
		err := access.CheckGrant(c.actor, c.target, grants(c.target.Levels, 0), grants(c.wanted, 0))
		if (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil && problem.As(err).Code != problem.Forbidden {
			t.Errorf("%s: code %s", name, problem.As(err).Code)
		}
	}
}

func grants(levels access.Levels, until int64) access.Grants {
	var g access.Grants
	for s, l := range levels {
		g[s] = access.Privilege{Level: l, Window: access.Window{Until: until}}
	}
	return g
}

// A right that ends is passed on until then at the most, and a longer time is a grant.
func TestCheckGrantOfTime(t *testing.T) {
	levels := access.Levels{access.AccountAccess: access.Full, access.Clients: access.Full}
	endless, until100 := holder(levels), holder(levels)
	for s := range until100.Until {
		until100.Until[s] = 100
	}
	clients := access.Levels{access.Clients: access.View}
	for name, c := range map[string]struct {
		actor          access.Holder
		before, wanted access.Grants
		ok             bool
	}{
		"without end by one without":   {endless, access.Grants{}, grants(clients, 0), true},
		"without end by one who ends":  {until100, access.Grants{}, grants(clients, 0), false},
		"longer than one's own":        {until100, access.Grants{}, grants(clients, 101), false},
		"as long as one's own":         {until100, access.Grants{}, grants(clients, 100), true},
		"longer than before, not held": {holder(access.Levels{access.AccountAccess: access.Full}), grants(clients, 50), grants(clients, 0), false},
		"lower level for longer":       {until100, grants(levels, 50), grants(clients, 0), false},
		"shorter, of what one lacks":   {holder(access.Levels{}), grants(clients, 0), grants(clients, 50), true},
		"taking away what one lacks":   {holder(access.Levels{}), grants(clients, 0), access.Grants{}, true},
	} {
		if err := access.CheckGrant(c.actor, holder(access.Levels{}), c.before, c.wanted); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPresets(t *testing.T) {
	for _, p := range access.Presets() {
		if p.Levels[access.PsychotherapyNotes] != access.None {
			t.Errorf("%s opens psychotherapy notes", p.Name)
		}
	}
}

func TestCheckSteward(t *testing.T) {
	steward := access.Levels{access.AccountAccess: access.Full, access.ActivityLog: access.View}
	if err := access.CheckSteward([]access.Holder{holder(access.Levels{}), holder(steward)}); err != nil {
		t.Error(err)
	}
	blind := access.Levels{access.AccountAccess: access.Full}
	if access.CheckSteward([]access.Holder{holder(blind)}) == nil {
		t.Error("nobody may see the activity log, and it was accepted")
	}
}

func TestCheckRemoval(t *testing.T) {
	actor := holder(access.Everything())
	for name, c := range map[string]struct {
		target access.Holder
		ok     bool
	}{
		"another": {holder(access.Everything()), true},
		"oneself": {actor, false},
		"owner":   {access.Holder{Username: uuid.New(), Owner: true}, false},
	} {
		if err := access.CheckRemoval(actor, c.target); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is said to be grantable is what is accepted: this level and all lower ones at the times
// that are set, or until the actor's own end; and no higher one at any time.
func TestGrantable(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	end := func() int64 { return []int64{0, 50, 100}[r.IntN(3)] }
	raises := 0
	for range 20000 {
		s := access.Sections()[r.IntN(access.SectionCount)]
		actor := access.Holder{Username: uuid.New(), Owner: r.IntN(3) == 0}
		actor.Levels[s], actor.Until[s] = access.Level(r.IntN(3)), end()
		var before access.Grants
		before[s] = access.Privilege{Level: access.Level(r.IntN(3)), Window: access.Window{From: int64(r.IntN(2) * 10), Until: end()}}
		highest := access.Grantable(actor, s, before[s])
		for level := access.None; level <= access.Full; level++ {
			accepts := func(w access.Window) bool {
				wanted := before
				wanted[s] = access.Privilege{Level: level, Window: w}
				return access.CheckGrant(actor, holder(access.Levels{}), before, wanted) == nil
			}
			kept := before[s].Window
			if level > before[s].Level && actor.Until[s] != 0 && (kept.Until == 0 || kept.Until > actor.Until[s]) {
				kept.Until = actor.Until[s]
				raises++
			}
			if accepts(kept) != (level <= highest) || level > highest && accepts(access.Window{From: 20, Until: 30}) {
				t.Fatalf("%s: %+v may set %s, not %s, of %+v", s, actor, highest, level, before[s])
			}
		}
	}
	if raises == 0 {
		t.Error("no raise was cut to the actor's end")
	}
}
