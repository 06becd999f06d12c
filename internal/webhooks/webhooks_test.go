package webhooks_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/problem"
	"lanyard/internal/webhooks"
)

// Of two servers at work each change is told once, signed and in the order of the log; of nothing else is told.
func TestToldInOrder(t *testing.T) {
	t.Parallel()
	p, r := newPractice(t), newReceiver(t)
	p.change("client.changed", access.Clients)
	p.sealed() // before there is a webhook
	hook := p.add(p.anna.Owner, r, webhooks.ClientChanged, webhooks.AppointmentChanged)
	p.deliver()
	p.deliver()
	var mu sync.Mutex
	var wanted []string
	var writing sync.WaitGroup
	for range 4 {
		writing.Go(func() {
			for range 10 {
				made := []string{p.change("client.changed", access.Clients), p.change("appointment.kept", access.Calendar)}
				p.change("payment.posted", access.Payments)
				p.change("client.changed", access.PsychotherapyNotes)
				mu.Lock()
				wanted = append(wanted, made...)
				mu.Unlock()
			}
		})
	}
	writing.Wait()
	p.until("all are told", func() bool { return len(r.messages()) >= len(wanted) })
	p.until("it is noted", func() bool { return len(p.the(hook.ID).Deliveries) == 30 && p.the(hook.ID).Attempts == 0 })
	if told := r.entities(); len(told) != len(wanted) || !slices.Equal(told, p.inOrder(wanted)) {
		t.Errorf("told %d of %d, or in another order", len(told), len(wanted))
	}
}

// inOrder sorts what changed as the log has it.
func (p *practice) inOrder(entities []string) []string {
	p.t.Helper()
	return slices.DeleteFunc(p.sealed(), func(e string) bool { return !slices.Contains(entities, e) })
}

// A receiver that answers 500 for a day gets a message again and again, the same to the byte. Then it is set aside
// and the next ones are tried once each, until something gets through. The log tells of it once.
func TestFailsForADay(t *testing.T) {
	t.Parallel()
	p, r := newPractice(t), newReceiver(t)
	hook := p.add(p.anna.Owner, r, webhooks.ClientChanged)
	r.answer(status(http.StatusInternalServerError))
	p.deliver()
	first := p.change("client.changed", access.Clients)
	p.until("it is set aside", func() bool { return len(p.the(hook.ID).Deliveries) == 1 })
	attempts := r.messages()
	if len(attempts) != 11 || slices.ContainsFunc(attempts, func(g got) bool { return g != attempts[0] }) || attempts[0].entity != first {
		t.Errorf("%d attempts: %v", len(attempts), attempts)
	}
	p.change("client.changed", access.Clients)
	p.until("the next one is set aside", func() bool { return len(p.the(hook.ID).Deliveries) == 2 })
	if n := len(r.messages()); n != 12 {
		t.Errorf("the next one is tried %d times", n-11)
	}
	if now := p.the(hook.ID); now.FailingSince == nil || now.Fault == nil || *now.Fault != "It answered 500." {
		t.Errorf("%+v", now)
	}
	r.answer(nil)
	third := p.change("client.changed", access.Clients)
	p.until("it goes on", func() bool { return p.the(hook.ID).FailingSince == nil })
	if told := r.entities(); told[len(told)-1] != third {
		t.Error("another one was told")
	}
	// What was set aside is told again by hand, with the id that it had.
	dead := p.the(hook.ID).Deliveries[1]
	if !dead.Dead || dead.Attempts != 11 || dead.Status != 500 {
		t.Errorf("%+v", dead)
	}
	sent, err := p.keeper.Replay(p.As(p.anna.Owner), p.anna.ID, dead.ID)
	p.must(err)
	if again := r.messages(); sent.Fault != "" || sent.Status != 204 || again[len(again)-1] != attempts[0] {
		t.Errorf("%+v", sent)
	}
	if _, err := p.keeper.Replay(p.As(p.anna.Owner), p.anna.ID, dead.ID); problem.As(err) == nil || problem.As(err).Code != problem.NotFound {
		t.Errorf("what was told is told again: %v", err)
	}
	count := map[string]int{}
	for _, e := range p.Events(p.anna.ID) {
		count[e.Code]++
	}
	if count["webhook.failing"] != 1 || count["webhook.replayed"] != 1 || count["webhook.added"] != 1 {
		t.Errorf("%v", count)
	}
}

// A redirect is not followed, and whoever hangs is left. Others are told meanwhile.
func TestRedirectsAndHangs(t *testing.T) {
	t.Parallel()
	p, hangs, redirects, lives := newPractice(t), newReceiver(t), newReceiver(t), newReceiver(t)
	p.keeper.Client.Hurry(300 * time.Millisecond)
	var followed atomic.Int32
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { followed.Add(1) }))
	t.Cleanup(elsewhere.Close)
	hangs.answer(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	redirects.answer(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, elsewhere.URL, http.StatusTemporaryRedirect)
	})
	hanging, redirecting := p.add(p.anna.Owner, hangs, webhooks.ClientChanged), p.add(p.anna.Owner, redirects, webhooks.ClientChanged)
	p.add(p.anna.Owner, lives, webhooks.ClientChanged)
	p.deliver()
	p.change("client.changed", access.Clients)
	p.until("the one that lives is told", func() bool { return len(lives.messages()) == 1 })
	p.until("both others fail", func() bool { return p.the(hanging.ID).Fault != nil && p.the(redirecting.ID).Fault != nil })
	if f := *p.the(hanging.ID).Fault; f != "It did not answer within ten seconds." {
		t.Error(f)
	}
	if f := *p.the(redirecting.ID).Fault; f != "It sends on to another address, which is not followed." || followed.Load() > 0 {
		t.Error(f, followed.Load())
	}
}

// A server that dies while it tells is followed by another, which tells the same message again.
func TestServersDie(t *testing.T) {
	t.Parallel()
	p, r := newPractice(t), newReceiver(t)
	hook := p.add(p.anna.Owner, r, webhooks.ClientChanged)
	hung := make(chan struct{}, 1)
	r.answer(func(_ http.ResponseWriter, request *http.Request) { hung <- struct{}{}; <-request.Context().Done() })
	stop := p.deliver()
	first, second := p.change("client.changed", access.Clients), p.change("client.changed", access.Clients)
	<-hung
	stop()
	r.answer(nil)
	p.Owner(`UPDATE webhooks SET next_attempt_at = now()`) // what it was taken for is over
	p.deliver()
	p.until("both are told", func() bool { return len(p.the(hook.ID).Deliveries) == 2 })
	if told := r.entities(); !slices.Equal(told, []string{first, first, second}) || r.messages()[0] != r.messages()[1] {
		t.Errorf("told %v", told)
	}
}

// No more is told than whoever answers for a webhook may view at that moment, as long as they run the account. Whoever
// changes it answers for it from then on.
func TestWhatItsMakerMayView(t *testing.T) {
	t.Parallel()
	p, r := newPractice(t), newReceiver(t)
	v := p.Username(p.anna, "runs", access.Levels{access.AccountAccess: access.Full, access.Clients: access.View, access.Calendar: access.View})
	hook := p.add(v, r, webhooks.ClientChanged, webhooks.AppointmentChanged)
	if _, _, err := p.keeper.Add(p.As(v), p.anna.ID, webhooks.Input{URL: r.URL, Kinds: []webhooks.Kind{webhooks.PaymentPosted}}); problem.As(err) == nil || problem.As(err).Code != problem.Forbidden {
		t.Errorf("what may not be viewed is told: %v", err)
	}
	level := func(section string, level int) {
		p.Owner(`UPDATE privileges SET level = $3 WHERE username_id = $1 AND section = $2`, v.Username, section, level)
	}
	level("CLIENTS", 0)
	p.deliver()
	p.change("client.changed", access.Clients)
	wanted := []string{p.change("appointment.kept", access.Calendar)}
	p.until("the appointment is told", func() bool { return len(r.messages()) == 1 })
	level("ACCOUNT_ACCESS", 1)
	p.change("appointment.kept", access.Calendar)
	p.until("it is passed over", func() bool { return p.placeOf(hook.ID) == p.lastPlace() })
	// The owner takes it over: from then on both are told.
	_, err := p.keeper.Edit(p.As(p.anna.Owner), p.anna.ID, hook.ID, webhooks.Input{URL: r.URL, Kinds: hook.Kinds})
	p.must(err)
	wanted = append(wanted, p.change("client.changed", access.Clients), p.change("appointment.kept", access.Calendar))
	p.until("both are told", func() bool { return len(r.messages()) == 3 })
	if told := r.entities(); !slices.Equal(told, wanted) || p.the(hook.ID).MadeBy != p.anna.Owner.Name {
		t.Errorf("told %v", told)
	}
	for name, viewer := range map[string]*access.Viewer{"View Only": p.Reload(v.Username), "another account": p.Account("ben").Owner} {
		_, err := p.keeper.Pause(p.As(viewer), p.anna.ID, hook.ID, true)
		if err != nil && p.the(hook.ID).Paused || err == nil && p.the(hook.ID).Paused {
			t.Errorf("%s pauses it: %v", name, err)
		}
		if _, err := p.keeper.Test(p.As(viewer), p.anna.ID, hook.ID); err == nil {
			t.Errorf("%s tests it", name)
		}
	}
}

// While both secrets hold it signs with both; paused, it goes on later with what changed meanwhile; deleted, no more.
func TestSecretsPausesAndEnds(t *testing.T) {
	t.Parallel()
	p, r := newPractice(t), newReceiver(t)
	hook := p.add(p.anna.Owner, r, webhooks.ClientChanged)
	old := r.secret
	_, secret, err := p.keeper.Rotate(p.As(p.anna.Owner), p.anna.ID, hook.ID)
	p.must(err)
	for _, s := range []string{old, secret} {
		r.mu.Lock()
		r.secret = s
		r.mu.Unlock()
		if sent, err := p.keeper.Test(p.As(p.anna.Owner), p.anna.ID, hook.ID); err != nil || sent.Fault != "" {
			t.Errorf("%+v, %v", sent, err)
		}
	}
	p.Owner(`UPDATE webhooks SET old_until = now()`)
	r.answer(func(w http.ResponseWriter, request *http.Request) {
		if len(request.Header.Get(standardwebhooks.HeaderWebhookSignature)) > 60 {
			w.WriteHeader(http.StatusTeapot)
		}
	})
	if sent, err := p.keeper.Test(p.As(p.anna.Owner), p.anna.ID, hook.ID); err != nil || sent.Fault != "" {
		t.Errorf("the old secret is signed with: %+v, %v", sent, err)
	}
	_, err = p.keeper.Pause(p.As(p.anna.Owner), p.anna.ID, hook.ID, true)
	p.must(err)
	p.deliver()
	meanwhile := p.change("client.changed", access.Clients)
	p.sealed()
	time.Sleep(100 * time.Millisecond) // a deliverer looks each 20 ms
	if n := len(r.messages()); n != 3 {
		t.Errorf("%d messages while it is paused", n-3)
	}
	_, err = p.keeper.Pause(p.As(p.anna.Owner), p.anna.ID, hook.ID, false)
	p.must(err)
	p.until("it goes on", func() bool { return slices.Contains(r.entities(), meanwhile) })
	p.must(p.keeper.Delete(p.As(p.anna.Owner), p.anna.ID, hook.ID))
	p.change("client.changed", access.Clients)
	p.sealed()
	time.Sleep(100 * time.Millisecond)
	if n := len(r.messages()); n != 4 {
		t.Errorf("%d messages after it was deleted", n-4)
	}
}

// What a kind has are codes of the log.
func TestKindsAreKnown(t *testing.T) {
	t.Parallel()
	for _, code := range webhooks.Codes() {
		if !slices.ContainsFunc(activity.Codes(), func(c activity.Code) bool { return c.Name == code }) {
			t.Errorf("%s is no code", code)
		}
	}
}
