package graph

import (
	"context"

	"lanyard/graph/gen"
	"lanyard/internal/accountaccess"
	"lanyard/internal/globalid"
)

func (r *mutationResolver) Offboard(ctx context.Context, account globalid.ID, link globalid.ID) (*gen.OffboardPayload, error) {
	done, err := accountaccess.Offboard(ctx, r.Log, account.AccountID(), link.In("Link", account.AccountID()))
	if err != nil {
		return nil, err
	}
	return &gen.OffboardPayload{
		Username: done.Username, EndedBy: done.By, EndedAt: done.At, Seconds: done.Took.Seconds(),
		Accounts: done.Ended, SignIns: done.SignIns, Told: done.Told,
	}, nil
}
