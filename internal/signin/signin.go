package signin

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/credential"
	"lanyard/ent/gen/ent/signin"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/password"
	"lanyard/internal/problem"
)

// Granted is a new sign-in: the token is known here and in the browser, and nowhere else.
type Granted struct {
	Token     string
	ExpiresAt time.Time
	Viewer    *access.Viewer
}

// Started is what a right password gave: a sign-in, or half of one.
type Started struct {
	*Granted
	Half *Half
}

// In signs a username in with its password. Where a second factor is held that is half of it.
func (p Prover) In(ctx context.Context, name, secret string) (*Started, error) {
	u, proven, err := p.prove(ctx, name, secret, SigningIn)
	if err != nil {
		return nil, err
	}
	renewed := ""
	if proven.isOld {
		// Where there is no time for a new hash, the next sign-in has it.
		renewed, _ = password.Hash(ctx, secret)
	}
	use := func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		return proven.use(ctx, tx, e, u.ID, renewed)
	}
	if proven.holdsFactor {
		// The code is counted by itself: the lock that its own password began would keep it out.
		if err := p.takeBack(ctx, proven.by); err != nil {
			return nil, err
		}
		half, err := p.beginHalf(ctx, u.ID, use)
		return &Started{Half: half}, err
	}
	g, err := p.begin(ctx, u.ID, access.ByPassword, use)
	return &Started{Granted: g}, err
}

// Begin makes a sign-in for a username that has proven itself by its password alone.
func (p Prover) Begin(ctx context.Context, username uuid.UUID) (*Granted, error) {
	return p.begin(ctx, username, access.ByPassword, func(context.Context, *activity.Tx, *activity.Event) error { return nil })
}

// begin makes a sign-in, after what comes first in the same transaction.
func (p Prover) begin(ctx context.Context, username uuid.UUID, by access.Factor, first func(context.Context, *activity.Tx, *activity.Event) error) (*Granted, error) {
	id := uuid.Must(uuid.NewV7())
	v, err := LoadProven(ctx, p.DB, username, id, by)
	if err != nil {
		return nil, err
	}
	v.ProvenAt = time.Now().UnixMicro()
	g := &Granted{Token: newToken(), ExpiresAt: time.Now().Add(AbsoluteLimit), Viewer: v}
	r, _ := activity.RequestFrom(ctx)
	err = p.Log.Change(access.WithViewer(ctx, v), ownEvent(v, "login.ok", id), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := first(ctx, tx, e); err != nil {
			return err
		}
		return tx.SignIn.Create().SetID(id).SetUsernameID(username).SetFactor(signin.Factor(by)).SetTokenHash(hashToken(g.Token)).
			SetIP(r.IP).SetNetwork(network(ctx)).SetUserAgent(r.UserAgent).SetExpiresAt(g.ExpiresAt).Exec(ctx)
	})
	if err != nil {
		return nil, fmt.Errorf("sign in: %w", err)
	}
	return g, nil
}

func newToken() string { return rand.Text() + rand.Text() }

// use holds the password as it was proven until the end of the transaction, and stores a renewed hash
// of it if there is one. It fails like a wrong password when it was changed meanwhile: who changes it
// ends the sign-ins that are there, and none may come after with the old one.
func (of *proof) use(ctx context.Context, tx *activity.Tx, e *activity.Event, username uuid.UUID, renewed string) error {
	if renewed != "" {
		e.Changes = map[string]any{"passwordHash": []any{"changed"}}
	}
	n, err := tx.Credential.Update().Where(credential.ID(username), credential.PasswordHash(of.hash)).SetPasswordHash(cmp.Or(renewed, of.hash)).Save(ctx)
	if err == nil && n == 0 {
		return errWrong
	}
	return err
}

// ownEvent is an event of what a username does with its own sign-ins.
func ownEvent(v *access.Viewer, code string, signIn uuid.UUID) activity.Event {
	return activity.Event{Account: v.OwnLog(), Code: code, Action: activity.Execute, EntityType: "SignIn", Entities: []uuid.UUID{signIn}}
}

// Out ends the viewer's own sign-in. One that has just been ended otherwise is ended: that is what was
// asked for.
func Out(ctx context.Context, log *activity.Log, v *access.Viewer) error {
	_, err := end(ctx, log, v, v.SignIn, "logout", "SIGNED_OUT")
	if p := problem.As(err); p != nil && p.Code == problem.NotFound {
		return nil
	}
	return err
}

// End ends another sign-in of the viewer's username.
func End(ctx context.Context, log *activity.Log, v *access.Viewer, id uuid.UUID) (*ent.SignIn, error) {
	return end(ctx, log, v, id, "signin.ended", "ENDED_BY_USERNAME")
}

func end(ctx context.Context, log *activity.Log, v *access.Viewer, id uuid.UUID, code, reason string) (ended *ent.SignIn, err error) {
	err = log.Change(ctx, ownEvent(v, code, id), func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		n, err := tx.SignIn.Update().Where(signin.ID(id), signin.UsernameID(v.Username), signin.EndedAtIsNil()).
			SetEndedAt(time.Now()).SetEndReason(reason).Save(ctx)
		if err != nil {
			return err
		}
		if n == 0 {
			return problem.Missing()
		}
		ended, err = tx.SignIn.Get(ctx, id)
		return err
	})
	return ended, err
}

// List gives the sign-ins of the viewer's username that have not ended, the newest first.
func List(ctx context.Context, log *activity.Log, v *access.Viewer) ([]*ent.SignIn, error) {
	inUse := func(s *sql.Selector) { s.Where(sql.Not(sql.ExprP(unused))) }
	return log.Reader().SignIn.Query().
		Where(signin.UsernameID(v.Username), signin.EndedAtIsNil(), signin.ExpiresAtGT(time.Now()), inUse).
		Order(signin.ByCreatedAt(descending), signin.ByID()).All(ctx)
}

// CheckName refuses names that are not 3 to 64 letters, digits, dots, dashes or underscores,
// beginning and ending with a letter or digit.
func CheckName(name string) error {
	const inner = "._-"
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	bad := strings.ContainsFunc(name, func(r rune) bool { return !plain(r) && !strings.ContainsRune(inner, r) })
	if len(name) < 3 || len(name) > 64 || bad || strings.Trim(name, inner) != name {
		return problem.Invalid("username", "A username has 3 to 64 letters, digits, dots, dashes or underscores, and begins and ends with a letter or digit.")
	}
	return nil
}
