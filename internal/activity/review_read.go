package activity

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

// AddReviews adds the seals that the reviews in the database at ownerURL keep: what was reviewed must
// still stand in the chain. Read them before the events that they are to be compared with.
func (c *Checkpoints) AddReviews(ctx context.Context, ownerURL string) error {
	conn, err := connectOwner(ctx, ownerURL)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close(context.WithoutCancel(ctx)) }()
	if _, err := conn.Exec(ctx, `SET row_security = off`); err != nil {
		return fmt.Errorf("read the reviews past row-level security: %w", err)
	}
	rows, err := conn.Query(ctx, `SELECT account_id, sealed_seq, sealed_hash, created_at FROM reviews WHERE sealed_seq IS NOT NULL`)
	if err != nil {
		return fmt.Errorf("read the reviews: %w", err)
	}
	var account uuid.UUID
	var seq int64
	var hash []byte
	var at time.Time
	_, err = pgx.ForEachRow(rows, []any{&account, &seq, &hash, &at}, func() error {
		end := knownEnd{seq: seq, at: at, byReview: true}
		copy(end.hash[:], hash)
		c.ends[account] = append(c.ends[account], end)
		return nil
	})
	if err != nil {
		return fmt.Errorf("read the reviews: %w", err)
	}
	for _, ends := range c.ends {
		slices.SortStableFunc(ends, func(a, b knownEnd) int { return cmp.Compare(a.seq, b.seq) })
	}
	return nil
}
