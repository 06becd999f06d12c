package graph

import (
	"context"

	"lanyard/graph/gen"
	"lanyard/internal/globalid"
	"lanyard/internal/presence"
)

func (r *mutationResolver) BeHere(ctx context.Context, account globalid.ID, id globalid.ID, window string, editing bool, leaving bool) (*gen.BeHerePayload, error) {
	return r.beHere(ctx, account, id, window, presence.Here{Editing: editing, Leaving: leaving})
}
