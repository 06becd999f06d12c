package oauth

import (
	"context"
	"crypto/subtle"
	"errors"
	"net/http"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"

	"lanyard/internal/globalid"
	"lanyard/internal/secret"
)

// Where apps speak to the server.
const (
	AuthorizePath  = "/oauth/authorize"
	TokenPath      = "/oauth/token" //nolint:gosec // no token is in it
	RevokePath     = "/oauth/revoke"
	IntrospectPath = "/oauth/introspect"
)

// Handler answers apps at the paths of tokens, revocation and introspection.
func (e Endpoints) Handler() http.Handler {
	return op.RegisterServer(e, op.Endpoints{
		Token: op.NewEndpoint(TokenPath), Revocation: op.NewEndpoint(RevokePath), Introspection: op.NewEndpoint(IntrospectPath),
	}, op.WithServerCORSOptions(nil))
}

// VerifyClient finds out which app speaks (RFC 6749, 2.3). One answer is for all that are not who they say.
func (e Endpoints) VerifyClient(ctx context.Context, r *op.Request[op.ClientCredentials]) (_ op.Client, err error) {
	defer hide(&err)
	c, err := e.client(ctx, r.Data)
	if err == nil && c == nil {
		return nil, op.NewStatusError(oidc.ErrInvalidClient(), http.StatusUnauthorized)
	}
	return c, err
}

// client is the app with these credentials; nil: there is none.
func (e Endpoints) client(ctx context.Context, given *op.ClientCredentials) (op.Client, error) {
	id, err := uuid.Parse(given.ClientID)
	if err != nil || given.ClientAssertion != "" {
		return nil, nil //nolint:nilerr,nilnil // that is nobody
	}
	var c Client
	var kept []byte
	err = e.DB.Send(ctx, func(b *pgx.Batch) {
		b.Queue(`SELECT * FROM app_client($1)`, id).QueryRow(func(row pgx.Row) error { return row.Scan(&c.ID, &kept) })
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil //nolint:nilnil // there is none
	}
	if err != nil {
		return nil, err
	}
	c.Confidential = kept != nil
	if hash, _ := secret.Client.Hash(given.ClientSecret); subtle.ConstantTimeCompare(hash, kept) != 1 || !c.Confidential && given.ClientSecret != "" {
		return nil, nil //nolint:nilnil // it is another
	}
	return c, nil
}

// Revocation ends what an app hands back, all texts of the token with it (RFC 7009). What is not the app's, or has
// ended, is answered like what has ended just now.
func (e Endpoints) Revocation(ctx context.Context, r *op.ClientRequest[oidc.RevocationRequest]) (_ *op.Response, err error) {
	defer hide(&err)
	h, err := e.ofClient(ctx, r.Client.GetID(), r.Data.Token)
	if err != nil || h == nil {
		return op.NewResponse(struct{}{}), err
	}
	return op.NewResponse(struct{}{}), e.end(ctx, h, "token.revoked", "", h.viewer.Token.Name)
}

// Introspect tells an app whether a token of its own holds, and for whom (RFC 7662).
func (e Endpoints) Introspect(ctx context.Context, r *op.Request[op.IntrospectionRequest]) (_ *op.Response, err error) {
	defer hide(&err)
	c, err := e.VerifyClient(ctx, &op.Request[op.ClientCredentials]{Data: r.Data.ClientCredentials})
	if err != nil {
		return nil, err
	}
	h, err := e.ofClient(ctx, c.GetID(), r.Data.Token)
	if err != nil {
		return nil, err
	}
	told := &oidc.IntrospectionResponse{}
	if h == nil || h.used {
		return op.NewResponse(told), nil
	}
	v, err := e.load(ctx, h)
	if err != nil || v == nil {
		return op.NewResponse(told), err
	}
	*told = oidc.IntrospectionResponse{
		Active: true, ClientID: c.GetID(), TokenType: oidc.BearerToken, Username: v.Name, Subject: globalid.New("Username", uuid.Nil, v.Username).String(), Scope: scopesOf(highest(v)), Expiration: oidc.FromTime(h.ends),
	}
	return op.NewResponse(told), nil
}

// ofClient finds an access or refresh token of an app; nil: it is none, has ended, or is another's.
func (e Endpoints) ofClient(ctx context.Context, client, text string) (*held, error) {
	h, _, err := e.find(ctx, text, secret.Token, secret.Refresh)
	if err != nil || h == nil || h.app.String() != client {
		return nil, err
	}
	return h, nil
}
