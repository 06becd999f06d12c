package accountaccess

import (
	"context"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invitation"
	"lanyard/ent/gen/ent/link"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

// AcceptOffer links the viewer's username to the account of an offer. It is done in the name of
// whoever offered, by whose consent it is: what that username may give is asked again now.
func AcceptOffer(ctx context.Context, prover signin.Prover, home uuid.UUID, code string) (uuid.UUID, error) {
	f, err := found(ctx, prover, home, code, invitation.KindOFFER)
	if err != nil {
		return uuid.Nil, err
	}
	consent, err := offererOf(ctx, prover, f)
	if err != nil {
		return uuid.Nil, err
	}
	viewer := access.ViewerFrom(ctx)
	e := f.event(home, "invite.accepted", activity.Create)
	e.EntityType = "Link"
	err = prover.Log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		self, err := tx.Username.Get(ctx, viewer.Username)
		if err != nil {
			return err
		}
		if err := f.answer(ctx, tx, invitation.StateACCEPTED); err != nil {
			return err
		}
		there := activity.NewID()
		l, err := join(asConsent(ctx, consent, f.Account), tx, joining{
			account: f.Account, self: self, event: there, origin: link.OriginOFFERED, window: f.terms.Window, wanted: f.terms.of, refusal: errNoOffer(),
		}, e)
		if err != nil {
			return err
		}
		e.Entities = []uuid.UUID{l.ID}
		told := between(*e, f.Account, home)
		told.ID = there
		tx.Also(told)
		return nil
	})
	return f.Account, err
}

// AcceptRequest links the username that asks to the account, with what the viewer gives: never more than
// was asked for, and never more than the viewer may give.
func AcceptRequest(ctx context.Context, prover signin.Prover, account uuid.UUID, code string, given GivenLink) (*ent.Link, error) {
	wanted, err := readTerms(given)
	if err != nil {
		return nil, err
	}
	f, err := found(ctx, prover, account, code, invitation.KindREQUEST)
	if err != nil {
		return nil, err
	}
	if err := wanted.checkWithin(f.terms); err != nil {
		return nil, err
	}
	if err := stillAsks(ctx, prover, f); err != nil {
		return nil, err
	}
	ctx = database.In(ctx, account)
	e := f.event(account, "invite.accepted", activity.Create)
	e.EntityType = "Link"
	var made *ent.Link
	err = prover.Log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := f.answer(ctx, tx, invitation.StateACCEPTED); err != nil {
			return err
		}
		made, err = join(ctx, tx, joining{
			account: account, self: &ent.Username{ID: f.MakerID, Name: f.MadeBy}, event: e.ID, origin: link.OriginOFFERED, window: wanted.Window, wanted: wanted.of, refusal: errNoConsent(),
		}, e)
		if err != nil {
			return err
		}
		e.Entities = []uuid.UUID{made.ID}
		if f.Account == account {
			return nil
		}
		tx.Also(mirrored(*e, f.Account, account))
		return nil
	})
	return made, err
}

// Decline ends an invitation without a link. Whoever holds the code may.
func Decline(ctx context.Context, prover signin.Prover, home uuid.UUID, code string) error {
	f, err := lookUp(ctx, prover, home, code)
	if err != nil {
		return err
	}
	return prover.Log.Change(database.In(ctx, home), f.event(home, "invite.declined", activity.Update), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := f.answer(ctx, tx, invitation.StateDECLINED); err != nil || f.Account == home {
			return err
		}
		tx.Also(mirrored(*e, f.Account, home))
		return nil
	})
}

// mirrored is a change's event once more, in the log of another account.
func mirrored(e activity.Event, account, counterpart uuid.UUID) activity.Event {
	e.ID = activity.NewID()
	return between(e, account, counterpart)
}

// found finds the invitation of a code, of one direction.
func found(ctx context.Context, prover signin.Prover, home uuid.UUID, code string, kind invitation.Kind) (*FoundInvitation, error) {
	f, err := lookUp(ctx, prover, home, code)
	if err == nil && f.Kind != kind {
		return nil, errNoCode()
	}
	return f, err
}

// stillAsks refuses a request whose maker may not make it any more: whoever runs the account that it was
// made in decides who works elsewhere.
func stillAsks(ctx context.Context, prover signin.Prover, f *FoundInvitation) error {
	maker, err := consenting(ctx, prover, f.MakerID, f.CreatedAt, "")
	if lapsed(err) {
		return errNoCode()
	}
	if err == nil && !mayLetIn(maker, f.Account) {
		return errNoCode()
	}
	return err
}

// mayLetIn tells whether whoever consents runs the account, and may enter it now. The change asks again; where it
// refused first, whoever is let in would be said to have been refused.
func mayLetIn(consent *access.Viewer, account uuid.UUID) bool {
	return access.Decide(consent, account, access.AccountAccess, access.Full, time.Now().UnixMicro())
}

// offererOf loads whoever made an offer.
func offererOf(ctx context.Context, prover signin.Prover, f *FoundInvitation) (*access.Viewer, error) {
	offerer, err := consenting(ctx, prover, f.MakerID, f.CreatedAt, "")
	if lapsed(err) || err == nil && !mayLetIn(offerer, f.Account) {
		return nil, errNoOffer()
	}
	return offerer, err
}

func errNoOffer() error {
	return problem.New(problem.Forbidden, "Whoever offered this may not give it any more. Ask them for a new code.")
}
