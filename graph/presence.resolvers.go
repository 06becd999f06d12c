package graph

import (
	"context"

	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/globalid"
	"lanyard/internal/presence"
)

func (r *mutationResolver) BeHere(ctx context.Context, account globalid.ID, id globalid.ID, page *access.Section, window string, editing bool, leaving bool) (*gen.BeHerePayload, error) {
	return r.beHere(ctx, account, id, page, window, presence.Here{Editing: editing, Leaving: leaving})
}
