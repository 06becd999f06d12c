package reports_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/payment"
	"lanyard/internal/dbtest"
	"lanyard/internal/globalid"
	"lanyard/internal/payments"
	"lanyard/internal/reports"
)

// walks is how many worlds there are, and steps what is tried in each.
const walks, steps = 3, 90

// Whatever is done to sessions and payments, each report is what the ledger's entries, added up one
// by one, say of its days.
func TestReportsAreTheLedgersSums(t *testing.T) {
	t.Parallel()
	for seed := range uint64(walks) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			w := &walk{desk: newDesk(t), r: rand.New(rand.NewPCG(seed, 11))}
			w.people = []*ent.Patient{w.client, w.Client(w.a, "Bo", "Brown")}
			done := map[string]int{}
			for range steps {
				if what, err := w.step(); err == nil {
					done[what]++
				}
			}
			w.agree()
			for _, what := range []string{"session", "mend", "void", "pay", "settle", "refund", "bounce"} {
				if done[what] == 0 {
					t.Errorf("the walk never did: %s (%v)", what, done)
				}
			}
		})
	}
}

type walk struct {
	*desk
	r        *rand.Rand
	people   []*ent.Patient
	sessions []uuid.UUID
	paid     []*ent.Payment
}

func pick[T any](w *walk, from []T) T { return from[w.r.IntN(len(from))] }

// step does one thing, or is refused.
func (w *walk) step() (string, error) {
	who, amount := pick(w, w.people), int64(w.r.IntN(60)+1)*100
	if len(w.sessions) < 4 || w.r.IntN(4) == 0 {
		w.sessions = append(w.sessions, w.session(who, w.daysAgo(w.r.IntN(500)), pick(w, []string{"MISSED", "LATEFEE"}), amount*2, pick(w, []int64{0, amount})))
		return "session", nil
	}
	session := pick(w, w.sessions)
	settle := payments.SessionInput{Key: uuid.NewString(), Session: globalid.New("ClientSession", w.a.ID, session), Amount: amount/2 + 1, Reason: "x"}
	switch kind := w.r.IntN(12); {
	case kind <= 1:
		return "mend", w.exec(`UPDATE client_sessions SET charge = $2, service_date = $3, paid_at_session = $4 WHERE id = $1`, session, amount*2, w.daysAgo(w.r.IntN(500)), amount)
	case kind == 2:
		return "void", w.exec(`UPDATE client_sessions SET status = 'VOID' WHERE id = $1`, session)
	case kind <= 5 || len(w.paid) < 2:
		payer := pick(w, []payment.Payer{payment.PayerCLIENT, payment.PayerINSURANCE, payment.PayerOTHER})
		w.paid = append(w.paid, w.pay(who, payer, w.daysAgo(w.r.IntN(300)), amount))
		return "pay", nil
	case kind == 6:
		_, err := payments.WriteOff(w.me(), w.Log, w.a.ID, settle)
		return "settle", err
	case kind == 7:
		settle.Amount -= 15_00
		_, err := payments.Adjust(w.me(), w.Log, w.a.ID, settle)
		return "settle", err
	case kind == 8:
		_, err := payments.Refund(w.me(), w.Log, w.a.ID, payments.RefundInput{Key: uuid.NewString(), Payment: pick(w, w.paid).GlobalID(), Amount: 1_00, Reason: "x"})
		return "refund", err
	case kind == 9:
		p := pick(w, w.paid)
		book := dbtest.Must[*payments.Book](w.t)(payments.Ledger(w.me(), w.Log, w.a.ID, p.ClientID))
		_, err := payments.Allocate(w.me(), w.Log, w.a.ID, p.ID, uuid.NewString(), payments.OldestFirst(book, amount))
		return "allocate", err
	default:
		_, err := payments.ReversePayment(w.me(), w.Log, w.a.ID, pick(w, w.paid).ID, "x")
		return "bounce", err
	}
}

// entry is a row of the ledger, with what it takes back.
type entry struct {
	Day, Kind, Payer string
	Amount           int64
	OfPayment        bool
	TakenKind        *string
	TakenDay         *string
}

// counted is the entry's kind, and the day on which it counts.
func (e entry) counted() (kind, day string) {
	if e.TakenKind == nil {
		return e.Kind, e.Day
	}
	if !e.OfPayment && (*e.TakenKind == "CHARGE" || *e.TakenKind == "PAYMENT") {
		return *e.TakenKind, *e.TakenDay
	}
	return *e.TakenKind, e.Day
}

func (w *walk) entries() []entry {
	rows := dbtest.Must[pgx.Rows](w.t)(w.behind.Query(w.t.Context(), `SELECT e.entry_date::text, e.kind, coalesce(p.payer, 'CLIENT'), e.amount, e.payment_id IS NOT NULL, t.kind, t.entry_date::text
		FROM ledger_entries e LEFT JOIN ledger_entries t ON t.id = e.reverses_id LEFT JOIN payments p ON p.id = e.payment_id`))
	return dbtest.Must[[]entry](w.t)(pgx.CollectRows(rows, pgx.RowToStructByPos[entry]))
}

// sum adds up the entries of some days.
func (w *walk) sum(all []entry, in reports.Days) reports.IncomeRow {
	sum := reports.IncomeRow{Account: w.a.ID, Days: in}
	for _, e := range all {
		kind, day := e.counted()
		if column.Date(day) < in.From || column.Date(day) > in.Until {
			continue
		}
		switch kind {
		case "CHARGE":
			sum.Charges += e.Amount
		case "PAYMENT":
			*map[string]*int64{"CLIENT": &sum.ByClients, "INSURANCE": &sum.ByInsurance, "OTHER": &sum.ByOthers}[e.Payer] -= e.Amount
			sum.Income -= e.Amount
		case "REFUND":
			sum.Refunds += e.Amount
			sum.Income -= e.Amount
		case "WRITE_OFF", "ADJUSTMENT":
			sum.WrittenOff -= e.Amount
		}
	}
	return sum
}

func (w *walk) agree() {
	w.t.Helper()
	all := w.entries()
	for range 25 {
		from := w.today().AddDate(0, 0, -w.r.IntN(600))
		in := days(from.Format(time.DateOnly), from.AddDate(0, 0, w.r.IntN(600)).Format(time.DateOnly))
		r := w.income(in, pick(w, []reports.Period{reports.Month, reports.Quarter, reports.Year}))
		next := in.From
		for _, row := range r.Rows {
			if row.From != next {
				w.t.Errorf("a row begins on %s, not on %s", row.From, next)
			}
			if want := w.sum(all, row.Days); *row != want {
				w.t.Errorf("%+v, the entries say %+v", *row, want)
			}
			next = column.Date(dbtest.Must[time.Time](w.t)(time.Parse(time.DateOnly, string(row.Until))).AddDate(0, 0, 1).Format(time.DateOnly))
		}
		if want := w.sum(all, in); *r.Total != want {
			w.t.Errorf("in all %+v, the entries say %+v", *r.Total, want)
		}
		if s := dbtest.Must[*reports.SessionsReport](w.t)(reports.SessionsByCode(w.me(), w.Log, w.a.ID, in)); s.Total.Charges != r.Total.Charges {
			w.t.Errorf("sessions of %d, and charges of %d", s.Total.Charges, r.Total.Charges)
		}
	}
	w.balance(w.income(days("1950-01-01", "2099-12-31"), reports.Year).Total)
}

// balance holds the money of all days against what is owed now.
func (w *walk) balance(all *reports.IncomeRow) {
	w.t.Helper()
	owed := dbtest.Must[*payments.Ages](w.t)(payments.Totals(w.me(), w.Log, w.a.ID))
	if got := all.Charges - all.WrittenOff - all.Income; got != owed.Total-owed.Credit {
		w.t.Errorf("charged, written off and paid leave %d; owed are %d less %d", got, owed.Total, owed.Credit)
	}
}
