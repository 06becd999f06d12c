package signin

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/database"
)

const (
	beginLook   = `SELECT set_config('lanyard.view', $1, true)`
	whoIsSeen   = `SELECT username_id, username_name FROM seen_link()`
	seenThrough = ofLinks + `NULL::uuid
		FROM seen_link() l JOIN seen_privileges() p ON p.link_id = l.id`
)

// LoadAs loads the viewer whose sign-in has this token, as Load does or, where no person has caused it, as Look,
// in one round trip too: narrowed to the look that is asked for. Where that cannot be, the viewer reaches nothing.
func LoadAs(ctx context.Context, db *database.DB, token string, byPerson bool, look access.Look) (*access.Viewer, error) {
	if look.Link == uuid.Nil {
		look.Link = uuid.Max // no link, and no lack of one
	}
	seen := new(access.Viewer)
	v, err := load(ctx, db, token, touch(byPerson), func(b *pgx.Batch) {
		b.Queue(beginLook, look.Link.String())
		b.Queue(whoIsSeen).Query(func(rows pgx.Rows) error {
			_, err := pgx.ForEachRow(rows, []any{&look.Username, &look.Name}, func() error { return nil })
			return err
		})
		b.Queue(seenThrough).Query(func(rows pgx.Rows) error { return scanLinks(rows, seen, new(Due)) })
	})
	if v == nil || err != nil {
		return v, err
	}
	if mayLook(v, look) {
		look.Seen = seen.Link(look.Account)
	}
	v.LookAs(look)
	return v, nil
}

// mayLook tells whether the viewer runs the account that they look at, as somebody else than themself.
func mayLook(v *access.Viewer, look access.Look) bool {
	return look.Username != v.Username && access.Decide(v, look.Account, access.AccountAccess, access.Full, time.Now().UnixMicro())
}
