package graph

import (
	"context"

	"github.com/google/uuid"

	"lanyard/graph/gen"
	"lanyard/graph/rule"
	"lanyard/internal/access"
	"lanyard/internal/globalid"
	"lanyard/internal/presence"
	"lanyard/internal/problem"
)

// beHere asks for the thing what its type asks for, and for a page its section: who is at it is
// information about it.
func (r *Resolver) beHere(ctx context.Context, account, id globalid.ID, page *access.Section, window string, h presence.Here) (*gen.BeHerePayload, error) {
	typ := id.Type
	asks, ok := rule.Type(r.schema.Types[typ])
	if page != nil && id == account {
		typ, asks, ok = page.String(), rule.Access{Section: *page, Level: access.View}, true
	}
	if !ok {
		return nil, problem.Missing()
	}
	var err error
	if h.Window, err = uuid.Parse(window); err != nil {
		return nil, problem.Invalid("window", "A window is a UUID.")
	}
	h.Account, h.Type, h.Thing = account.AccountID(), typ, id.In(id.Type, account.AccountID())
	if err := guard(ctx, h.Account, asks.Section, asks.Level); err != nil {
		return nil, err
	}
	others, err := presence.BeHere(ctx, r.DB, h)
	return &gen.BeHerePayload{AlsoHere: others}, err
}
