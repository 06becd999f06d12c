package graph

import (
	"context"

	"lanyard/internal/codessetup"
	"lanyard/internal/copycodes"
	"lanyard/internal/globalid"
)

func (r *queryResolver) CodesDrift(ctx context.Context, account globalid.ID, from globalid.ID, files []codessetup.MasterFile) ([]*copycodes.FileDrift, error) {
	return copycodes.Drift(ctx, r.Log, account.AccountID(), from.AccountID(), files)
}
