// Package apitokens is what partner apps ask with: tokens that a username makes for some of its accounts,
// sections and levels, for a time, and that never do more than the username may at that moment.
package apitokens

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
)

// Kind is what a token is for.
type Kind string

// The kinds. A calendar's secret is part of an address that a calendar program fetches, and opens nothing else.
const (
	API               Kind = "API"
	Calendar          Kind = "CALENDAR"
	CalendarWithNames Kind = "CALENDAR_WITH_NAMES"
	// App is what somebody has let an app do by OAuth 2.0: its text changes all the time.
	App Kind = "APP"
)

// Token is an API token, as whoever made it sees it.
type Token struct {
	ID            uuid.UUID
	Kind          Kind
	Name, Purpose string
	CreatedAt     time.Time
	ExpiresAt     time.Time
	RevokedAt     *time.Time
	RevokedBy     *string
	// UsedAt is when it was last used, to the minute, and UsedFrom the address.
	UsedAt   *time.Time
	UsedFrom *string
	Uses     int64
	Accounts []*Reach
}

// Reach is what a token was given in one account.
type Reach struct {
	Account uuid.UUID
	// Provider is the account's; nil: whoever made the token cannot enter it any more.
	Provider *string
	Levels   access.Levels
	// IsShutOut tells that the account keeps the token out.
	IsShutOut bool
}

// longEnded is for how long a token is listed that has ended.
const longEnded = 30 * 24 * time.Hour

const listOwn = `SELECT t.id, t.kind, t.name, t.purpose, t.created_at, t.expires_at, t.revoked_at, t.revoked_by, t.used_at, NULLIF(t.used_from, ''), t.uses,
		v.account_id, a.provider_name, v.account_id = ANY (t.shut_accounts), v.section, v.level
	FROM api_tokens t JOIN api_token_levels v ON v.token_id = t.id LEFT JOIN accounts a ON a.id = v.account_id
	WHERE t.username_id = me() AND least(t.expires_at, t.revoked_at) > $1 AND t.begun
	ORDER BY t.created_at DESC, t.id, v.account_id`

// List gives the viewer's tokens, the newest first, and those that have ended not long ago.
func List(ctx context.Context, log *activity.Log) ([]*Token, error) {
	rows, err := log.Query(ctx, listOwn, time.Now().Add(-longEnded))
	if err != nil {
		return nil, err
	}
	return collect(rows)
}

// collect gathers the rows of each token.
func collect(rows pgx.Rows) ([]*Token, error) {
	defer rows.Close()
	all := []*Token{} // null is not nothing
	for rows.Next() {
		var t Token
		var r Reach
		var section string
		var level int16
		if err := rows.Scan(&t.ID, &t.Kind, &t.Name, &t.Purpose, &t.CreatedAt, &t.ExpiresAt, &t.RevokedAt, &t.RevokedBy, &t.UsedAt, &t.UsedFrom, &t.Uses,
			&r.Account, &r.Provider, &r.IsShutOut, &section, &level); err != nil {
			return nil, err
		}
		s, err := access.ParseSection(section)
		if err != nil {
			return nil, err
		}
		if n := len(all); n == 0 || all[n-1].ID != t.ID {
			all = append(all, &t)
		}
		last := all[len(all)-1]
		if n := len(last.Accounts); n == 0 || last.Accounts[n-1].Account != r.Account {
			last.Accounts = append(last.Accounts, &r)
		}
		last.Accounts[len(last.Accounts)-1].Levels[s] = access.Level(level)
	}
	return all, rows.Err()
}
