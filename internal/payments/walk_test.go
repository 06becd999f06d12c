package payments_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"lanyard/ent/gen/ent"
	"lanyard/internal/globalid"
	"lanyard/internal/page"
	"lanyard/internal/payments"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// steps is how long a walk is, and walks how many there are.
const walks, steps = 2, 80

// Whatever is done to sessions and payments, and in whatever order, each balance that is shown is
// the plain sum of its entries; nothing is paid more than it costs, and no payment gives more than
// it has. What is refused changes nothing.
func TestWalk(t *testing.T) {
	t.Parallel()
	for seed := range uint64(walks) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			w := &walk{till: newTill(t), r: rand.New(rand.NewPCG(seed, 7))}
			w.people = []*ent.Patient{w.client, w.add(w.a, "Bo", "Brown"), w.add(w.a, "Cy", "Clark")}
			done := 0
			for range steps {
				if w.step() {
					done++
				}
				if t.Failed() {
					return
				}
			}
			w.agree()
			if done < steps/3 {
				t.Errorf("only %d of %d steps did something: the walk tries too little", done, steps)
			}
		})
	}
}

type walk struct {
	*till
	r        *rand.Rand
	people   []*ent.Patient
	sessions []globalid.ID
}

func pick[T any](w *walk, from []T) T { return from[w.r.IntN(len(from))] }

// step does one thing and tells whether it was done. A refusal is one that a person may see, or one
// of the database's triggers when a session is written.
func (w *walk) step() bool {
	ctx, who := w.As(w.a.Owner), pick(w, w.people)
	amount := int64(w.r.IntN(60)+1) * 100
	if len(w.sessions) < 3 || w.r.IntN(5) == 0 {
		w.sessions = append(w.sessions, w.session(who, w.r.IntN(150), amount*2, pick(w, []int64{0, 0, amount})))
		return true
	}
	session, book := pick(w, w.sessions), w.ledger(who)
	var err error
	switch kind := w.r.IntN(10); {
	case kind == 0:
		err = w.exec(`UPDATE client_sessions SET charge = $2, service_date = $3 WHERE id = $1`, session.Row, amount, w.day(w.r.IntN(150)))
	case kind == 1:
		err = w.exec(`UPDATE client_sessions SET status = 'VOID' WHERE id = $1`, session.Row)
	case kind <= 3:
		in := w.check(who, amount, to(session, amount/2))
		in.OldestFirst = w.r.IntN(2) == 0
		_, err = payments.PostPayment(ctx, w.Log, w.a.ID, in)
	case kind == 4:
		_, err = payments.WriteOff(ctx, w.Log, w.a.ID, payments.SessionInput{Key: uuid.NewString(), Session: session, Amount: amount / 2, Reason: "x"})
	case kind == 5:
		_, err = payments.Adjust(ctx, w.Log, w.a.ID, payments.SessionInput{Key: uuid.NewString(), Session: session, Amount: amount/2 - 1500, Reason: "x"})
	case len(book.Payments) == 0 || len(book.Entries) == 0:
		return false
	case kind == 6:
		_, err = payments.Allocate(ctx, w.Log, w.a.ID, pick(w, book.Payments).ID, uuid.NewString(), payments.OldestFirst(book, amount))
	case kind == 7:
		_, err = payments.Refund(ctx, w.Log, w.a.ID, payments.RefundInput{Key: uuid.NewString(), Payment: pick(w, book.Payments).GlobalID(), Amount: amount / 4, Reason: "x"})
	case kind == 8:
		_, err = payments.ReversePayment(ctx, w.Log, w.a.ID, pick(w, book.Payments).ID, "x")
	default:
		_, err = payments.ReverseEntry(ctx, w.Log, w.a.ID, pick(w, book.Entries).ID, "x")
	}
	return err == nil
}

// check compares everything that is shown with plain sums over the table.
func (w *walk) agree() {
	w.t.Helper()
	var sum payments.Ages
	all := w.balances(payments.Query{Order: payments.ByName, Args: page.Args{First: 50}}).Nodes
	for _, b := range all {
		if b.Current+b.Over30+b.Over60+b.Over90 != b.Total {
			w.t.Errorf("the ages of %s do not add up: %+v", b.Client.DisplayName, b.Ages)
		}
		sum.Add(b.Ages)
	}
	totals := must[*payments.Ages](w.t)(payments.Totals(w.As(w.a.Owner), w.Log, w.a.ID))
	if sum != *totals {
		w.t.Errorf("clients %+v, account %+v", sum, totals)
	}
	naive := w.sums(`SELECT client_id, sum(amount) FROM ledger_entries GROUP BY 1`)
	owed := w.sums(`SELECT session_id, sum(amount) FROM ledger_entries WHERE session_id IS NOT NULL GROUP BY 1`)
	left := w.sums(`SELECT payment_id, -sum(amount) FROM ledger_entries WHERE payment_id IS NOT NULL AND session_id IS NULL GROUP BY 1`)
	for _, who := range w.people {
		w.compare(w.ledger(who), naive[who.ID], owed, left, all)
	}
}

func (w *walk) compare(b *payments.Book, naive int64, owed, left map[uuid.UUID]int64, listed []*payments.Balance) {
	w.t.Helper()
	if n := len(b.Entries); n > 0 && b.Entries[n-1].Balance != naive || b.Due()-b.Credit() != naive {
		w.t.Errorf("%s: due %d, credit %d, the entries add up to %d", b.Client.DisplayName, b.Due(), b.Credit(), naive)
	}
	for _, l := range listed {
		if l.Client.ID == b.Client.ID && (l.Total != b.Due() || l.Credit != b.Credit()) {
			w.t.Errorf("listed are %+v; in the ledger are %d and %d", l.Ages, b.Due(), b.Credit())
		}
	}
	for _, s := range b.Sessions {
		if s.Owed() != owed[s.ID] || s.Owed() < 0 {
			w.t.Errorf("a session owes %d, its entries add up to %d", s.Owed(), owed[s.ID])
		}
	}
	for _, p := range b.Payments {
		given := p.Left + p.Refunded
		for _, a := range p.Allocations {
			given += a.Amount
		}
		if p.Left != left[p.ID] || p.Left < 0 || !p.Reversed && given != p.Amount || p.Reversed && given != 0 {
			w.t.Errorf("a payment of %d: %d left (%d by its entries), %d in all", p.Amount, p.Left, left[p.ID], given)
		}
	}
}

func (w *walk) sums(query string) map[uuid.UUID]int64 {
	w.t.Helper()
	rows, err := w.behind.Query(w.t.Context(), query)
	if err != nil {
		w.t.Fatal(err)
	}
	all := map[uuid.UUID]int64{}
	var id uuid.UUID
	var sum int64
	if _, err := pgx.ForEachRow(rows, []any{&id, &sum}, func() error { all[id] = sum; return nil }); err != nil {
		w.t.Fatal(err)
	}
	return all
}
