package oauth

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/apitokens"
	"lanyard/internal/database"
	"lanyard/internal/secret"
)

// Endpoints are what apps speak to. They implement op.Server, as far as there is something to it.
type Endpoints struct {
	op.UnimplementedServer

	DB  *database.DB
	Log *activity.Log
}

// held is a code, an access token or a refresh token that has not ended, and whose it is.
type held struct {
	// used tells that it was used before: it proves nothing any more, but that somebody has it who should not.
	used                   bool
	ends                   time.Time
	redirectURI, challenge *string
	app                    uuid.UUID
	// viewer is the person with the token, as yet without what it may do.
	viewer *access.Viewer
}

// find finds what an app has come with; nil: it is none of these kinds, unknown, or has ended.
func (e Endpoints) find(ctx context.Context, text string, of ...secret.Kind) (*held, []byte, error) {
	hash, ok := hashOf(text, of)
	if !ok {
		return nil, nil, nil
	}
	h := &held{viewer: new(access.Viewer)}
	var ends time.Time
	err := e.DB.Send(ctx, func(b *pgx.Batch) {
		b.Queue(`SELECT * FROM app_secret($1)`, hash).QueryRow(func(row pgx.Row) error {
			v := h.viewer
			return row.Scan(&h.used, &h.ends, &h.redirectURI, &h.challenge, &h.app, &v.Token.ID, &v.Token.Name, &ends, &v.Username, &v.Name, &v.HomeAccount)
		})
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("look for what an app has come with: %w", err)
	}
	h.viewer.Token.App, h.viewer.Token.Ends = h.app, ends.UnixMicro()
	return h, hash, nil
}

func hashOf(text string, of []secret.Kind) ([]byte, bool) {
	for _, kind := range of {
		if hash, ok := kind.Hash(text); ok {
			return hash, true
		}
	}
	return nil, false
}

// load loads what the token may do now; nil: nothing any more.
func (e Endpoints) load(ctx context.Context, h *held) (*access.Viewer, error) {
	return apitokens.Again(access.WithViewer(ctx, h.viewer), e.DB, h.viewer)
}

// hide keeps from an app what went wrong here, which the library would tell it. It is logged.
func hide(err *error) {
	if *err != nil && !errors.As(*err, new(*oidc.Error)) {
		*err = oidc.ErrServerError().WithParent(*err).WithDescription("something went wrong on our side: try again")
	}
}
