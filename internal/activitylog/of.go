package activitylog

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent/event"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/ent/gen/ent/seal"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Seqs gives the places of the events in the account's chain. Those that are not sealed yet,
// and those of other accounts, are left out.
func Seqs(ctx context.Context, log *activity.Log, account uuid.UUID, ids []uuid.UUID) (map[uuid.UUID]int64, error) {
	seals, err := log.Reader().Seal.Query().Where(seal.AccountID(account), seal.IDIn(ids...)).
		Select(seal.FieldID, seal.FieldSeq).All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("read seals: %w", err)
	}
	seqs := make(map[uuid.UUID]int64, len(seals))
	for _, s := range seals {
		seqs[s.ID] = s.Seq
	}
	return seqs, nil
}

// LastUsed tells when each of the usernames last did anything in the account; those that
// never did are left out. A failed sign-in is no use: it may be somebody else's guess.
func LastUsed(ctx context.Context, log *activity.Log, account uuid.UUID, usernames []uuid.UUID) (map[uuid.UUID]time.Time, error) {
	last, err := log.Reader().Event.Query().Where(event.AccountID(account), lastOf(account, usernames)).
		Select(event.FieldActorID, event.FieldOccurredAt).All(database.In(ctx, account))
	if err != nil {
		return nil, fmt.Errorf("read when usernames were last used: %w", err)
	}
	used := make(map[uuid.UUID]time.Time, len(last))
	for _, e := range last {
		used[e.ActorID] = e.OccurredAt
	}
	return used, nil
}

// lastOf lets through the newest event of each username: one look into the index for each,
// where grouping would read all their events.
func lastOf(account uuid.UUID, usernames []uuid.UUID) predicate.Event {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString(`(`).Ident(s.C(event.FieldOccurredAt)).WriteString(`, `).Ident(s.C(event.FieldID)).WriteString(`) IN (
				SELECT last.occurred_at, last.id FROM unnest(`).Arg(column.UUIDs(usernames)).WriteString(`::uuid[]) AS username
				CROSS JOIN LATERAL (
					SELECT e.occurred_at, e.id FROM events e
					WHERE e.account_id = `).Arg(account).WriteString(` AND e.actor_id = username AND e.outcome <> 'FAILED'
					ORDER BY e.occurred_at DESC, e.id DESC LIMIT 1) last)`)
		}))
	}
}
