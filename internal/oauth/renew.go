package oauth

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/apitokens"
	"lanyard/internal/database"
	"lanyard/internal/secret"
)

// CodeExchange gives an app its first tokens for the code that a person's browser has brought it (RFC 6749, 4.1.3,
// and RFC 7636, 4.6).
func (e Endpoints) CodeExchange(ctx context.Context, r *op.ClientRequest[oidc.AccessTokenRequest]) (*op.Response, error) {
	return e.renew(ctx, r.Client, r.Data.Code, secret.Code, func(h *held) string {
		challenge := &oidc.CodeChallenge{Challenge: *h.challenge, Method: oidc.CodeChallengeMethodS256}
		switch {
		case *h.redirectURI != r.Data.RedirectURI:
			return "came with another redirect URI"
		case op.AuthorizeCodeChallenge(r.Data.CodeVerifier, challenge) != nil:
			return "came without its code verifier"
		default:
			return ""
		}
	})
}

// RefreshToken gives an app new tokens for its refresh token, which is used up by that (RFC 9700, 4.14.2).
func (e Endpoints) RefreshToken(ctx context.Context, r *op.ClientRequest[oidc.RefreshTokenRequest]) (*op.Response, error) {
	return e.renew(ctx, r.Client, r.Data.RefreshToken, secret.Refresh, func(*held) string { return "" })
}

var errUsed = errors.New("used before")

// renew gives new texts to the token that an app has come for. Whoever comes for it wrongly may have stolen what
// they came with, or the app did not keep it: the token ends.
func (e Endpoints) renew(ctx context.Context, client op.Client, text string, kind secret.Kind, faultOf func(*held) string) (_ *op.Response, err error) {
	defer hide(&err)
	h, hash, err := e.find(ctx, text, kind)
	if err != nil {
		return nil, err
	}
	if h == nil {
		return nil, oidc.ErrInvalidGrant()
	}
	if fault := wrong(h, client, faultOf); fault != "" {
		return nil, e.misused(ctx, h, kind, fault)
	}
	viewer, err := e.load(ctx, h)
	if err != nil {
		return nil, err
	}
	if viewer == nil {
		return nil, oidc.ErrInvalidGrant()
	}
	token, tokenHash := secret.Token.New()
	refresh, refreshHash := secret.Refresh.New()
	err = e.exchange(access.WithViewer(ctx, viewer), viewer, kind, []any{hash, tokenHash, accessLasts, refreshHash, refreshLasts})
	if errors.Is(err, errUsed) {
		return nil, e.misused(ctx, h, kind, usedTwice)
	}
	if err != nil {
		return nil, err
	}
	return op.NewResponse(&oidc.AccessTokenResponse{
		AccessToken: token, TokenType: oidc.BearerToken, RefreshToken: refresh, ExpiresIn: secondsUntil(viewer.Token.Ends), Scope: scopesOf(highest(viewer)),
	}), nil
}

const usedTwice = "was used twice"

func wrong(h *held, client op.Client, faultOf func(*held) string) string {
	switch {
	case h.app.String() != client.GetID():
		return "came from another app"
	case h.used:
		return usedTwice
	default:
		return faultOf(h)
	}
}

// secondsUntil is how long an access token holds of a token that ends then, in microseconds since 1970.
func secondsUntil(ends int64) uint64 {
	left := time.Until(time.UnixMicro(ends))
	return uint64(max(0, min(accessLasts, left)).Seconds())
}

// highest are the levels that the token has in any account.
func highest(v *access.Viewer) (levels access.Levels) {
	now := time.Now().UnixMicro()
	for _, l := range v.Links {
		for s, level := range l.Levels(now) {
			levels[s] = max(levels[s], level)
		}
	}
	return levels
}

// exchange stores the new texts. That an app begins is an event; that it goes on is in what it does.
func (e Endpoints) exchange(ctx context.Context, v *access.Viewer, kind secret.Kind, args []any) error {
	const renew = `SELECT renew_app_token($1, $2, $3, $4, $5)`
	if kind == secret.Code {
		return e.change(ctx, apitokens.Tell(v, "token.begun", activity.Execute), renew, args...)
	}
	var renewed *bool
	err := e.DB.Send(ctx, func(b *pgx.Batch) {
		b.Queue(renew, args...).QueryRow(func(row pgx.Row) error { return row.Scan(&renewed) })
	})
	return used(renewed, err)
}

// change changes a token in its own name, and tells of it.
func (e Endpoints) change(ctx context.Context, told []activity.Event, query string, args ...any) error {
	return e.Log.Change(ctx, told[0], func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		for _, also := range told[1:] {
			tx.Also(also)
		}
		return used(database.Value[*bool](tx.Query(ctx, query, args...)))
	})
}

func used(done *bool, err error) error {
	if err == nil && done == nil {
		return errUsed
	}
	return err
}

// misused ends a token because of what an app has come with, and says no.
func (e Endpoints) misused(ctx context.Context, h *held, kind secret.Kind, fault string) error {
	what := map[secret.Kind]string{secret.Code: "a code", secret.Refresh: "a refresh token"}[kind]
	if err := e.end(ctx, h, "token.misused", what+" "+fault, "Lanyard"); err != nil {
		return err
	}
	return oidc.ErrInvalidGrant()
}

// end ends a token in its own name; with a reason, because something is wrong.
func (e Endpoints) end(ctx context.Context, h *held, code, reason, by string) error {
	v, err := e.load(ctx, h)
	if err != nil {
		return err
	}
	if v == nil {
		v = h.viewer // it reaches nothing any more, and ends all the same
	}
	told := apitokens.Tell(v, code, activity.Delete)
	for i := range told {
		if reason != "" {
			told[i].Outcome, told[i].Reason = activity.Failed, reason
		}
	}
	err = e.change(access.WithViewer(ctx, v), told, `SELECT end_app_token($1)`, by)
	if errors.Is(err, errUsed) {
		return nil // it has ended meanwhile
	}
	return err
}
