package graph

import (
	"context"

	"github.com/google/uuid"

	"lanyard/graph/gen"
	"lanyard/graph/rule"
	"lanyard/internal/globalid"
	"lanyard/internal/presence"
	"lanyard/internal/problem"
)

// beHere asks for the thing what its type asks for: who is at it is information about it.
func (r *Resolver) beHere(ctx context.Context, account, id globalid.ID, window string, h presence.Here) (*gen.BeHerePayload, error) {
	asks, ok := rule.Type(r.schema.Types[id.Type])
	if !ok {
		return nil, problem.Missing()
	}
	var err error
	if h.Window, err = uuid.Parse(window); err != nil {
		return nil, problem.Invalid("window", "A window is a UUID.")
	}
	h.Account, h.Type, h.Thing = account.AccountID(), id.Type, id.In(id.Type, account.AccountID())
	if err := guard(ctx, h.Account, asks.Section, asks.Level); err != nil {
		return nil, err
	}
	others, err := presence.BeHere(ctx, r.DB, h)
	return &gen.BeHerePayload{AlsoHere: others}, err
}
