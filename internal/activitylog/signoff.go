package activitylog

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/review"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/form"
	"lanyard/internal/problem"
)

// ReviewInput is what is signed off.
type ReviewInput struct {
	// Key is made by the form: sent twice, it is the same review.
	Key string
	// From and Until are the first and the last day in the account's zone.
	From, Until column.Date
	Note        *string
}

// SignedOff is a review, and the one that reaches furthest of those that share a day with it; nil: none does.
type SignedOff struct{ Review, Overlaps *ent.Review }

// maxNote is the most characters of a note.
const maxNote = 1000

// SignOffReview signs off the log of some days, and keeps what it held then. Sent twice with the same
// key it is signed off once; exactly the same days are, whoever comes second. It fails with
// BAD_USER_INPUT for days that are not over, and for those; with CONFLICT where the key was sent with other days.
func SignOffReview(ctx context.Context, log *activity.Log, account uuid.UUID, in ReviewInput) (*SignedOff, error) {
	e := activity.Event{Account: account, Code: "review.signed", Action: activity.Create, Section: access.ActivityLog.String(), EntityType: "Review", RowCount: 1}
	var done *SignedOff
	do := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		_, zone, err := zoned(ctx, tx.Client, account)
		if err != nil {
			return err
		}
		wanted, days, err := in.read(account, zone)
		if err != nil {
			return err
		}
		e.Entities = []uuid.UUID{wanted.ID}
		if done, err = signedBefore(ctx, tx.Client, wanted); err != nil || done != nil {
			e.Code, e.Action = "log.read", activity.Read
			return err
		}
		done, err = signOff(ctx, tx, wanted, days)
		e.Changes = toldOf(wanted)
		return err
	}
	err := log.Change(database.In(ctx, account), e, do)
	return done, err
}

// read gives the review that the form wants, everything checked that needs no look at the others.
func (in ReviewInput) read(account uuid.UUID, zone *time.Location) (*ent.Review, span, error) {
	var c form.Checks
	r := &ent.Review{AccountID: account, ID: c.Key(account, in.Key), TimeZone: zone.String(), Note: c.Text("note", in.Note, maxNote)}
	days := spanOf(&c, in.From, in.Until, zone)
	r.FirstDay, r.LastDay = days.First, days.Last
	return r, days, c.Fault()
}

// signedBefore finds the review that the same form made; nil: it is new. Days that are signed off
// already, exactly these, are refused.
func signedBefore(ctx context.Context, db *ent.Client, wanted *ent.Review) (*SignedOff, error) {
	same, err := db.Review.Query().Where(review.AccountID(wanted.AccountID), review.Or(
		review.ID(wanted.ID), review.And(review.FirstDay(wanted.FirstDay), review.LastDay(wanted.LastDay)))).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for the same review: %w", err)
	}
	for _, r := range same {
		if r.ID == wanted.ID && (r.FirstDay != wanted.FirstDay || r.LastDay != wanted.LastDay) {
			return nil, problem.New(problem.Conflict, "This form was sent already, with other days. Look at the reviews, and begin anew.")
		}
		if r.ID == wanted.ID {
			return &SignedOff{Review: r}, nil
		}
	}
	if len(same) > 0 {
		return nil, problem.Invalid("until", "Exactly these days are signed off already, by %s.", same[0].Reviewer)
	}
	return nil, nil //nolint:nilnil // the review is new: that is an answer, not an error
}

func signOff(ctx context.Context, tx *activity.Tx, wanted *ent.Review, days span) (*SignedOff, error) {
	overlaps, err := overlapping(ctx, tx.Client, wanted.AccountID, days)
	if err != nil {
		return nil, err
	}
	if err := keep(ctx, tx, wanted, days); err != nil {
		return nil, err
	}
	by := access.ViewerFrom(ctx)
	signed, err := tx.Review.Create().SetID(wanted.ID).SetAccountID(wanted.AccountID).SetFirstDay(wanted.FirstDay).SetLastDay(wanted.LastDay).
		SetTimeZone(wanted.TimeZone).SetReviewerID(by.Username).SetReviewer(by.Name).SetNote(wanted.Note).
		SetEvents(wanted.Events).SetRefused(wanted.Refused).SetFailed(wanted.Failed).
		SetNillableSealedSeq(wanted.SealedSeq).SetSealedHash(wanted.SealedHash).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("sign off: %w", err)
	}
	return &SignedOff{signed, overlaps}, nil
}

// keep fills in what the log holds of the days.
func keep(ctx context.Context, tx *activity.Tx, r *ent.Review, days span) error {
	d, err := count(ctx, tx, r.AccountID, days, nil)
	if err != nil {
		return err
	}
	r.Events, r.Refused, r.Failed = d.Events, d.Refused, d.Failed
	rows, err := tx.Query(ctx, lastSeal, r.AccountID, days.from, days.until)
	if err != nil {
		return fmt.Errorf("read the last seal: %w", err)
	}
	_, err = pgx.ForEachRow(rows, []any{&r.SealedSeq, &r.SealedHash}, func() error { return nil })
	return err
}

// lastSeal is the seal of the newest event of some days that has one.
const lastSeal = `SELECT s.seq, s.hash FROM events e JOIN seals s ON s.id = e.id AND s.account_id = e.account_id
	WHERE e.account_id = $1 AND e.occurred_at >= $2 AND e.occurred_at < $3 ORDER BY e.occurred_at DESC, e.id DESC LIMIT 1`

// toldOf is a review as its event tells it.
func toldOf(r *ent.Review) map[string]any {
	return map[string]any{"from": []any{nil, string(r.FirstDay)}, "until": []any{nil, string(r.LastDay)}, "events": []any{nil, r.Events}}
}
