package signin

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent/account"
	"lanyard/ent/gen/ent/credential"
	"lanyard/ent/gen/ent/notice"
	"lanyard/ent/gen/ent/signin"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/password"
	"lanyard/internal/problem"
	"lanyard/internal/secondfactor"
)

func descending(o *sql.OrderTermOptions) { o.Desc = true }

// ChangePasswordInput is the change-password form.
type ChangePasswordInput struct {
	CurrentPassword, NewPassword string
	EndOtherSignIns              bool
}

// ChangePassword changes the viewer's own password. Links and privileges are not touched. It asks for a
// fresh proof, and so for the second factor: whoever knows the old password, at a screen that is open, would
// keep the person out. It returns how many other sign-ins were ended.
func (p Prover) ChangePassword(ctx context.Context, v *access.Viewer, in ChangePasswordInput) (ended int, err error) {
	if err := access.CheckProven(v, time.Now().UnixMicro()); err != nil {
		return 0, err
	}
	_, proven, err := p.prove(ctx, v.Name, in.CurrentPassword, Attempt{Fail: "password.fail"})
	if err != nil {
		return 0, asCurrentPassword(err)
	}
	if proven.holdsFactor { // the failures before are forgiven with a code alone
		if err := p.takeBack(ctx, proven.by); err != nil {
			return 0, err
		}
	}
	if in.NewPassword == in.CurrentPassword {
		return 0, problem.Invalid("newPassword", "The new password is the one you have now. Choose another.")
	}
	words, err := Words(ctx, p.Log, v)
	if err != nil {
		return 0, err
	}
	if err := check("newPassword", in.NewPassword, password.Policy{SecondFactor: v.HoldsFactor}, words...); err != nil {
		return 0, err
	}
	needsFactor := check("newPassword", in.NewPassword, password.Policy{}, words...) != nil
	hash, err := password.Hash(ctx, in.NewPassword)
	if err != nil {
		return 0, err
	}
	e := ownEvent(v, "password.changed", v.SignIn)
	e.Action, e.EntityType, e.Entities = activity.Update, "Username", []uuid.UUID{v.Username}
	err = p.Log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		n, err := tx.Credential.Update().Where(credential.ID(v.Username), credential.PasswordHash(proven.hash)).
			SetPasswordHash(hash).SetNeedsFactor(needsFactor).SetChangedAt(time.Now()).ClearChangeRequired().Save(ctx)
		if err != nil {
			return err
		}
		if n == 0 { // of two changes at once one is made
			return asCurrentPassword(errWrong)
		}
		if needsFactor {
			if err := secondfactor.Hold(ctx, tx); err != nil {
				return err
			}
		}
		ended, err = afterChange(ctx, tx, v, in.EndOtherSignIns)
		return err
	})
	return ended, err
}

// afterChange is what belongs to a changed password: it is the viewer's still, what was begun with the old one is over,
// and the account that answers for them is told. It gives how many other sign-ins it has ended, where that is wanted.
func afterChange(ctx context.Context, tx *activity.Tx, v *access.Viewer, endOthers bool) (int, error) {
	if err := secondfactor.StillSignedIn(ctx, tx, v); err != nil {
		return 0, err
	}
	if _, err := tx.Exec(ctx, endHalfs); err != nil {
		return 0, err
	}
	if err := secondfactor.TellHome(ctx, tx, notice.KindPASSWORD_CHANGED); err != nil || !endOthers {
		return 0, err
	}
	return tx.SignIn.Update().Where(signin.UsernameID(v.Username), signin.IDNEQ(v.SignIn), signin.EndedAtIsNil()).
		SetEndedAt(time.Now()).SetEndReason("PASSWORD_CHANGED").Save(ctx)
}

// Words are what a password of the viewer, or of whoever works with them, must not be made
// of: the username, and the names of the accounts that it may enter.
func Words(ctx context.Context, log *activity.Log, v *access.Viewer) ([]string, error) {
	ids := make([]uuid.UUID, len(v.Links))
	for i, l := range v.Links {
		ids[i] = l.Account
	}
	accounts, err := log.Reader().Account.Query().Where(account.IDIn(ids...)).All(ctx)
	words := []string{v.Name}
	for _, a := range accounts {
		words = append(words, a.PracticeName, a.ProviderName, a.Email)
	}
	return words, err
}

// CheckPassword refuses a password that is too weak to stand alone, and names the input field it came in.
func CheckPassword(field, secret string, words ...string) error {
	return check(field, secret, password.Policy{}, words...)
}

func check(field, secret string, policy password.Policy, words ...string) error {
	err := policy.Check(secret, words...)
	if refused := problem.As(err); refused != nil {
		return problem.Invalid(field, "%s", refused.Message)
	}
	return err
}

func asCurrentPassword(err error) error {
	return asTyped("currentPassword", "The current password is not right.", err)
}

// asTyped blames the input where a proof fails: the viewer is signed in.
func asTyped(field, sentence string, err error) error {
	if refused := problem.As(err); refused != nil && refused.Code == problem.Unauthenticated {
		return problem.Invalid(field, "%s", sentence)
	}
	return err
}

// ChangeRequired is why the viewer has to change the password before anything else; nil: it
// need not be.
func (p Prover) ChangeRequired(ctx context.Context, v *access.Viewer) (*string, error) {
	if !v.MustChangePassword {
		return nil, nil //nolint:nilnil // there is no reason: that is an answer
	}
	c, err := p.Log.Reader().Credential.Get(ctx, v.Username)
	if err != nil {
		return nil, err
	}
	return &c.ChangeRequired, nil
}

// State is how the viewer's password stands.
type State struct {
	ChangedAt time.Time
	// IsOld tells that an account that the viewer may enter wants its age to be remembered.
	IsOld bool
	// TypedBy is whoever else has typed it into Access Other Accounts since, the last of them; nil:
	// nobody.
	TypedBy *string
	TypedAt *time.Time
}

// StateOf tells the viewer how the password stands.
func StateOf(ctx context.Context, log *activity.Log) (*State, error) {
	rows, err := log.Query(ctx, `SELECT * FROM my_password()`)
	if err != nil {
		return nil, fmt.Errorf("read how the password stands: %w", err)
	}
	return pgx.CollectExactlyOneRow(rows, pgx.RowToAddrOfStructByPos[State])
}
