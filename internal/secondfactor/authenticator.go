package secondfactor

import (
	"context"
	"slices"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/pquerna/otp/totp"

	"lanyard/ent/gen/ent/notice"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/problem"
)

// Offer is the key of an authenticator app that nothing was proven with yet.
type Offer struct {
	Key, Address string
	Picture      *Picture
}

const (
	storeOffer = `INSERT INTO authenticators (username_id, offered_key, offered_at) VALUES (me(), $1, now())
		ON CONFLICT (username_id) DO UPDATE SET offered_key = $1, offered_at = now()`
	readOffer = `SELECT offered_key FROM authenticators WHERE username_id = me() AND offered_at > now() - interval '30 minutes'`
	takeOffer = `UPDATE authenticators SET sealed_key = offered_key, since = now(), last_step = $1, offered_key = NULL, offered_at = NULL
		WHERE username_id = me() AND offered_key = $2`
	forgetKey = `UPDATE authenticators SET sealed_key = NULL, since = NULL, offered_key = NULL, offered_at = NULL
		WHERE username_id = me() AND sealed_key IS NOT NULL`
)

// Offer makes a new key. One that counts already goes on counting until the new one was confirmed.
func (k Keeper) Offer(ctx context.Context, v *access.Viewer) (*Offer, error) {
	key, err := totp.Generate(totp.GenerateOpts{Issuer: "Lanyard", AccountName: v.Name})
	if err != nil {
		return nil, err
	}
	sealed, err := k.Sealer.Seal(v.Username, key.Secret())
	if err != nil {
		return nil, err
	}
	picture, err := pictureOf(key.URL())
	if err != nil {
		return nil, err
	}
	err = k.change(ctx, v, "mfa.offered", func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		_, err := tx.Exec(ctx, storeOffer, sealed)
		return err
	})
	return &Offer{key.Secret(), key.URL(), picture}, err
}

// Confirm takes the key that was offered, which a code proves to be in the app. It gives recovery codes where
// there are none.
func (k Keeper) Confirm(ctx context.Context, v *access.Viewer, code string) (codes []string, err error) {
	sealed, err := k.key(ctx, readOffer)
	if err != nil {
		return nil, err
	}
	if sealed == nil {
		return nil, problem.Invalid("code", "The key to scan is half an hour old, or is gone. Begin again.")
	}
	step, err := k.step(v.Username, sealed, plain(code))
	if err != nil {
		return nil, err
	}
	if step == 0 {
		return nil, problem.Invalid("code", "This is not what the app shows for this key. Wait for the next code; if that is wrong as well, check the clock of the phone.")
	}
	err = k.change(ctx, v, "mfa.added", func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		if err := one(tx.Exec(ctx, takeOffer, step, sealed)); err != nil {
			return err
		}
		codes, err = firstCodes(ctx, tx)
		return err
	})
	return codes, err
}

// Remove gives up the authenticator app.
func (k Keeper) Remove(ctx context.Context, v *access.Viewer) error {
	return k.give(ctx, v, "mfa.removed", func(ctx context.Context, tx *activity.Tx) error {
		return one(tx.Exec(ctx, forgetKey))
	})
}

// give gives up a second factor. Recovery codes go with the last one; a password that is too short to stand
// alone has to be changed first.
func (k Keeper) give(ctx context.Context, v *access.Viewer, code string, up func(context.Context, *activity.Tx) error) error {
	return k.change(ctx, v, code, func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		if err := up(ctx, tx); err != nil {
			return err
		}
		if held, err := holds(ctx, tx); err != nil || held {
			return err
		}
		c, err := tx.Credential.Get(ctx, v.Username)
		if err != nil {
			return err
		}
		if c.NeedsFactor {
			return problem.New(problem.Conflict, "Your password has fewer than 15 characters, which is enough only beside a second factor. Change it to a longer one first.")
		}
		_, err = tx.Exec(ctx, spendAll)
		return err
	})
}

// untold are the changes after which the viewer signs in as before.
var untold = []string{"mfa.offered", "mfa.passkey.renamed"}

// change is a change of the viewer's second factors.
func (k Keeper) change(ctx context.Context, v *access.Viewer, code string, do func(context.Context, *activity.Tx, *activity.Event) error) error {
	if err := access.CheckFactorsChange(v); err != nil {
		return err
	}
	e := activity.Event{
		Account: v.OwnLog(), Code: code, Action: activity.Update, EntityType: "Username", Entities: []uuid.UUID{v.Username}, RowCount: 1,
	}
	return k.Log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if _, err := tx.Exec(ctx, holdPassword); err != nil {
			return err
		}
		if err := StillSignedIn(ctx, tx, v); err != nil {
			return err
		}
		if err := do(ctx, tx, e); err != nil || slices.Contains(untold, code) {
			return err
		}
		return TellHome(ctx, tx, notice.KindFACTOR_CHANGED)
	})
}

// StillSignedIn holds the viewer's sign-in until the end of the transaction. It fails with UNAUTHENTICATED where it was
// ended since the request began: whoever ended it, because somebody else may know the password, must not find that one
// more change was made with it. The password is held before, in the order of those who end sign-ins.
func StillSignedIn(ctx context.Context, tx *activity.Tx, v *access.Viewer) error {
	rows, err := tx.Query(ctx, `SELECT ended_at IS NULL FROM sign_ins WHERE id = $1 AND username_id = me() FOR SHARE`, v.SignIn)
	if err != nil {
		return err
	}
	living, err := pgx.CollectRows(rows, pgx.RowTo[bool])
	if err == nil && v.SignIn != uuid.Nil && !slices.Contains(living, true) {
		return problem.New(problem.Unauthenticated, "You have been signed out. Sign in again.")
	}
	return err
}

// TellHome tells the account that answers for the viewer, which is their home while it has them, what has changed of how
// they sign in (ASVS 6.3.7).
func TellHome(ctx context.Context, tx *activity.Tx, of notice.Kind) error {
	_, err := tx.Exec(ctx, `SELECT tell_home($1)`, string(of))
	return err
}
