package signin_test

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/google/uuid"

	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

// from is the context of somebody who is not signed in, at an address.
func (d *door) from(address string) context.Context {
	return activity.WithRequest(context.Background(), activity.Request{ID: uuid.NewString(), IP: address})
}

// guess tries a wrong password and tells how it was refused.
func (d *door) guess(name, address string) problem.Code {
	d.t.Helper()
	_, err := d.Prover.In(d.from(address), name, "not the password of anybody")
	if problem.As(err) == nil {
		d.t.Fatal(err)
	}
	return problem.As(err).Code
}

// enters tells whether the right password signs in.
func (d *door) enters(name, address string) bool {
	d.t.Helper()
	_, err := d.Prover.In(d.from(address), name, dbtest.Password)
	if err != nil && problem.As(err) == nil {
		d.t.Fatal(err)
	}
	return err == nil
}

// later lets the locks run out that run out by themselves.
func (d *door) later() {
	d.t.Helper()
	d.Owner(`UPDATE failed_proofs SET locked_until = now() WHERE locked_until < 'infinity'`)
}

// Strangers lock nobody out: whoever has signed in from a network goes on from there, however many
// guess from elsewhere; and of those at most a hundred in a row are looked at.
func TestNoLockOutByStrangers(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	if !d.enters("anna-owner", "192.0.2.1") {
		t.Fatal("the owner does not enter")
	}
	looked := 0
	for i := range 150 {
		if d.guess("anna-owner", fmt.Sprintf("198.51.%d.%d", i/100, i%100)) == problem.Unauthenticated {
			looked++
		}
		d.later()
	}
	if looked != 100 {
		t.Errorf("%d guesses were looked at", looked)
	}
	if d.enters("anna-owner", "203.0.113.7") {
		t.Error("from an unknown network the right password enters while the name is locked")
	}
	if !d.enters("anna-owner", "192.0.2.1") {
		t.Error("strangers have locked the owner out")
	}
	if !d.enters("anna-owner", "203.0.113.7") {
		t.Error("a success has not ended the row of failures")
	}
}

// From the twentieth failure on networks that are not known wait for each other, and those that are do
// not.
func TestManyNetworksGuess(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	d.enters("anna-owner", "2001:db8::1")
	for _, name := range []string{"anna-owner", "nobody-at-all"} {
		looked := 0
		for i := range 40 {
			if d.guess(name, fmt.Sprintf("198.51.100.%d", i)) == problem.Unauthenticated {
				looked++
			}
		}
		if looked != 20 {
			t.Errorf("%s: %d guesses were looked at", name, looked)
		}
	}
	if !d.enters("anna-owner", "2001:db8::ffff") {
		t.Error("another address of the same network is not known")
	}
}

// Whoever has one IPv6 address has a whole network of them, and gets no more tries for that; an IPv4
// address is one however it is written.
func TestANetworkIsOne(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	for name, address := range map[string]func(i int) string{
		"IPv6": func(i int) string { return fmt.Sprintf("2001:db8:1:2::%x", i+1) },
		"IPv4": func(i int) string { return []string{"192.0.2.9", "::ffff:192.0.2.9"}[i%2] },
	} {
		looked := 0
		for i := range 10 {
			if d.guess("anna-owner", address(i)) == problem.Unauthenticated {
				looked++
			}
		}
		if looked != 5 {
			t.Errorf("%s: %d guesses were looked at", name, looked)
		}
	}
}

// One password tried on many names from one network is stopped, a name of one's own is no way round,
// and who is known there goes on.
func TestSpraying(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	ben := d.Account("ben").Owner.Name
	d.enters("anna-owner", "192.0.2.1")
	looked := 0
	for i := range 70 {
		if d.guess(fmt.Sprintf("name-%d", i), "192.0.2.1") == problem.Unauthenticated {
			looked++
		}
		if i%10 == 0 && !d.enters("anna-owner", "192.0.2.1") {
			t.Fatal("who is known does not enter")
		}
	}
	if looked != 50 {
		t.Errorf("%d names were looked at", looked)
	}
	if d.enters(ben, "192.0.2.1") || !d.enters(ben, "192.0.2.2") {
		t.Error("the network is not what was locked")
	}
}

// looked gives how many of ten guesses at names that nobody has are looked at from an address.
func (d *door) looked(address string) (n int) {
	d.t.Helper()
	for i := range 10 {
		if d.guess(fmt.Sprintf("nobody-%d", i), address) == problem.Unauthenticated {
			n++
		}
	}
	return n
}

// Whoever signs in from a network for the first time uses none of its tries up, with a code neither, and
// gives none back; wrong codes use them up.
func TestFirstSignInsLeaveTheDoorAsItWas(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	app, _ := d.Enrol(d.a.Owner)
	ben := d.Account("ben")
	finds := func() {
		in := accountaccess.FindAccountInput{Username: "anna-owner", Password: dbtest.Password}
		if d.Reload(d.a.Owner.Username).HoldsFactor {
			code := app.Code()
			in.Code = &code
		}
		ctx := activity.WithRequest(d.As(ben.Owner), activity.Request{ID: uuid.NewString(), IP: home})
		dbtest.Must[*accountaccess.Found](t)(accountaccess.FindAccount(ctx, d.Prover, ben.ID, in))
	}
	for _, c := range []struct {
		name   string
		do     func()
		looked int
	}{
		{"a password and its code", func() { d.finishes(d.half("anna-owner"), app.Code()) }, 2},
		{"Find Account with a code", finds, 2},
		{"a wrong code", func() { d.finishes(d.half("anna-owner"), "000000") }, 1},
		{"a second factor given up", func() { dbtest.Must[any](t)(nil, d.Prover.Factors().Remove(d.As(d.a.Owner), d.a.Owner)) }, 2},
		{"Find Account with a password", finds, 2},
		{"a password", func() { d.enters("anna-owner", home) }, 2},
	} {
		d.Owner(`DELETE FROM sign_ins`)
		d.Owner(`DELETE FROM failed_proofs`)
		d.Owner(`INSERT INTO failed_proofs VALUES ('*', $1, 48, now())`, home)
		c.do()
		if got := d.looked(home); got != c.looked {
			t.Errorf("%s: %d guesses are looked at, and not %d", c.name, got, c.looked)
		}
	}
}

// Many at once from many networks get no more than one after the other, and nothing waits for itself.
func TestManyNetworksAtOnce(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	var all sync.WaitGroup
	looked := make(chan bool, 60)
	for i := range 60 {
		all.Go(func() { looked <- d.guess("anna-owner", fmt.Sprintf("198.51.100.%d", i%30)) == problem.Unauthenticated })
	}
	all.Wait()
	close(looked)
	n := 0
	for yes := range looked {
		if yes {
			n++
		}
	}
	if n != 20 {
		t.Errorf("%d guesses were looked at", n)
	}
}

// Whoever runs the home account of a username unlocks it; whoever runs another cannot.
func TestUnlock(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	b := d.Account("ben")
	master := d.Join(d.a.Owner, b, d.a.Owner.Link(d.a.ID).Levels(1))
	for i := range 20 {
		d.guess("anna-owner", fmt.Sprintf("198.51.100.%d", i))
	}
	locked := dbtest.Must[[]*accountaccess.LockedUsername](t)
	if got := locked(accountaccess.LockedUsernames(d.As(b.Owner), d.Log, b.ID)); len(got) > 0 {
		t.Errorf("ben sees %v", got[0])
	}
	if _, err := accountaccess.UnlockUsername(d.As(b.Owner), d.Log, b.ID, master.Link(b.ID).ID); problem.As(err) == nil || problem.As(err).Code != problem.Forbidden {
		t.Errorf("ben: %v", err)
	}
	if got := locked(accountaccess.LockedUsernames(d.As(d.a.Owner), d.Log, d.a.ID)); len(got) != 1 || got[0].Failures != 20 || got[0].SecondsLeft == nil {
		t.Errorf("anna sees %v", got)
	}
	if ok, err := accountaccess.UnlockUsername(d.As(d.a.Owner), d.Log, d.a.ID, d.a.Owner.Link(d.a.ID).ID); !ok || err != nil {
		t.Error(ok, err)
	}
	if !d.enters("anna-owner", "203.0.113.7") {
		t.Error("it is locked still")
	}
}

// Whoever unlocks a username could guess in between: three times a day it is a help, and more is a way
// round.
func TestUnlockingIsNoWayRound(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	for range 3 {
		for i := range 20 {
			d.guess("anna-owner", fmt.Sprintf("198.51.100.%d", i))
		}
		if ok, err := accountaccess.UnlockUsername(d.As(d.a.Owner), d.Log, d.a.ID, d.a.Owner.Link(d.a.ID).ID); !ok || err != nil {
			t.Fatal(ok, err)
		}
	}
	for i := range 20 {
		d.guess("anna-owner", fmt.Sprintf("198.51.100.%d", i))
	}
	_, err := accountaccess.UnlockUsername(d.As(d.a.Owner), d.Log, d.a.ID, d.a.Owner.Link(d.a.ID).ID)
	if problem.As(err) == nil || problem.As(err).Code != problem.RateLimited {
		t.Errorf("a fourth time: %v", err)
	}
	if d.enters("anna-owner", "203.0.113.7") {
		t.Error("it is unlocked")
	}
}

// A password that could not be looked at proves nothing, right or wrong.
func TestWhatIsNotLookedAtDoesNotCount(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	hash := d.credential().PasswordHash
	d.Owner(`UPDATE credentials SET password_hash = 'no hash' WHERE id = $1`, d.a.Owner.Username)
	for range 10 {
		if _, err := d.Prover.In(d.from("192.0.2.1"), "anna-owner", dbtest.Password); err == nil || problem.As(err) != nil {
			t.Fatal("it was looked at:", err)
		}
	}
	d.Owner(`UPDATE credentials SET password_hash = $2 WHERE id = $1`, d.a.Owner.Username, hash)
	if !d.enters("anna-owner", "192.0.2.1") {
		t.Error("it is locked")
	}
}

// Who goes on while a username is locked writes one event a minute, and none is hidden.
func TestRefusalsDoNotFillTheLog(t *testing.T) {
	t.Parallel()
	d := newDoor(t)
	told := func() (single, more int) {
		for _, e := range append(d.Events(d.a.ID), d.Events(uuid.Nil)...) {
			if e.Reason == "locked" && e.RowCount == 0 {
				single++
			} else if e.Reason == "locked" {
				more += e.RowCount
			}
		}
		return single, more
	}
	sweep := func() {
		var all sync.WaitGroup
		for range 3 { // each server has one
			all.Go(func() {
				if err := signin.TellRefusals(context.Background(), d.DB, d.Log); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
	}
	for range 5 + 8 {
		d.guess("anna-owner", home)
		d.guess("nobody", home)
	}
	sweep()
	if single, more := told(); single != 2 || more != 0 {
		t.Errorf("within the minute %d events and %d attempts are told", single, more)
	}
	d.Owner(`UPDATE untold_refusals SET since = now() - interval '2 minutes'`)
	sweep()
	d.guess("anna-owner", home)
	if single, more := told(); single != 3 || more != 14 {
		t.Errorf("after it %d events and %d attempts are told", single, more)
	}
	d.Owner(`UPDATE untold_refusals SET since = now() - interval '2 minutes'`)
	sweep()
	if single, more := told(); single != 3 || more != 14 {
		t.Errorf("one that was told at once is told again: %d and %d", single, more)
	}
}
