package accessreview

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/accessreview"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// found reads what a finished review has found.
func found(ctx context.Context, log *activity.Log, r *ent.AccessReview) ([]*Item, error) {
	content, err := contentOf(ctx, log, r)
	if err != nil {
		return nil, err
	}
	var items []*Item
	if err := json.Unmarshal([]byte(content), &items); err != nil {
		return nil, fmt.Errorf("read what an access review found: %w", err)
	}
	for _, i := range items {
		i.Account = r.AccountID
	}
	return items, nil
}

// contentOf is what lists leave out.
func contentOf(ctx context.Context, log *activity.Log, r *ent.AccessReview) (string, error) {
	if r.Content != "" {
		return r.Content, nil
	}
	whole, err := log.Reader().AccessReview.Query().Where(accessreview.ID(r.ID), accessreview.AccountID(r.AccountID)).Only(database.In(ctx, r.AccountID))
	if err != nil {
		return "", err
	}
	return whole.Content, nil
}

// Hash is the hash of what a review has found, as its event tells it; nil: it is open.
func Hash(r *ent.AccessReview) *string {
	if r.FinishedAt == nil {
		return nil
	}
	return new(hex.EncodeToString(r.Hash))
}

// Intact tells whether what a review has found is still what was stored; nil: it is open.
func Intact(ctx context.Context, log *activity.Log, r *ent.AccessReview) (*bool, error) {
	if r.FinishedAt == nil {
		return nil, nil //nolint:nilnil // null in the API
	}
	content, err := contentOf(ctx, log, r)
	return new(bytes.Equal(hashOf(content), r.Hash)), err
}
