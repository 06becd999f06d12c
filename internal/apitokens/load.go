package apitokens

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/database"
	"lanyard/internal/secret"
	"lanyard/internal/signin"
)

const (
	findUsername = `SELECT id, name, expires_at, username_id, username, home_account_id, must_change, kind, app_id, by_documents,
		set_config('lanyard.username', username_id::text, true), set_config('lanyard.token', id::text, true) FROM token_of($1, $2)`
	readFactor = `SELECT held, passkey, due, passkey_due FROM my_second_factor()`
	readLevels = `SELECT account_id, section, level FROM token_levels()`
)

// Load loads the viewer in whose name an app's token asks, in one round trip: what the username may do now,
// narrowed by what the token was given. It gives nil, and no error, for what is no token, and for one that is
// unknown, revoked or has ended, or is a calendar's.
func Load(ctx context.Context, db *database.DB, token string) (*access.Viewer, error) {
	v, _, err := load(ctx, db, token, false)
	return v, err
}

// LoadCalendar is Load for the secret of a calendar's address. It also tells whether names of clients were
// chosen.
func LoadCalendar(ctx context.Context, db *database.DB, secret string) (v *access.Viewer, names bool, err error) {
	v, kind, err := load(ctx, db, secret, true)
	return v, kind == CalendarWithNames, err
}

func load(ctx context.Context, db *database.DB, token string, ofCalendar bool) (_ *access.Viewer, kind Kind, err error) {
	hash, ok := secret.Token.Hash(token)
	if !ok {
		return nil, "", nil // nobody asks: that is an answer, not an error
	}
	v := new(access.Viewer)
	var ends time.Time
	var app *uuid.UUID
	due := new(signin.Due)
	given := map[uuid.UUID]access.Levels{}
	err = db.Send(ctx, func(b *pgx.Batch) {
		b.Queue(findUsername, hash, ofCalendar).QueryRow(func(row pgx.Row) error {
			return row.Scan(&v.Token.ID, &v.Token.Name, &ends, &v.Username, &v.Name, &v.HomeAccount, &v.MustChangePassword, &kind, &app, &v.Token.ByDocuments, nil, nil)
		})
		b.Queue(readFactor).QueryRow(func(row pgx.Row) error { return row.Scan(&v.HoldsFactor, &v.HoldsPasskey, &due.Factor, &due.Passkey) })
		signin.QueueLinks(b, v, due)
		b.Queue(readLevels).Query(func(rows pgx.Rows) error { return scanGiven(rows, given) })
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, "", nil // as above
	}
	if err != nil {
		return nil, "", fmt.Errorf("load the viewer of a token: %w", err)
	}
	v.Token.Ends = ends.UnixMicro()
	if app != nil {
		v.Token.App = *app
	}
	v.Narrow(given, v.Token.Ends)
	return v, kind, nil
}

// Again loads the viewer of a token anew, who was loaded before. It gives nil, and no error, when the token lets
// nobody in any more.
func Again(ctx context.Context, db *database.DB, old *access.Viewer) (*access.Viewer, error) {
	v := &access.Viewer{Token: old.Token, Username: old.Username, Name: old.Name, HomeAccount: old.HomeAccount}
	due := new(signin.Due)
	given := map[uuid.UUID]access.Levels{}
	err := db.Send(database.As(ctx, old.Username), func(b *pgx.Batch) {
		b.Queue(readFactor).QueryRow(func(row pgx.Row) error { return row.Scan(&v.HoldsFactor, &v.HoldsPasskey, &due.Factor, &due.Passkey) })
		signin.QueueLinks(b, v, due)
		b.Queue(readLevels).Query(func(rows pgx.Rows) error { return scanGiven(rows, given) })
	})
	if err != nil {
		return nil, fmt.Errorf("load the viewer of a token again: %w", err)
	}
	if v.Narrow(given, v.Token.Ends); len(v.Links) == 0 {
		return nil, nil //nolint:nilnil // nobody asks any more: that is an answer, not an error
	}
	return v, nil
}

func scanGiven(rows pgx.Rows, given map[uuid.UUID]access.Levels) error {
	var account uuid.UUID
	var section string
	var level int16
	_, err := pgx.ForEachRow(rows, []any{&account, &section, &level}, func() error {
		s, err := access.ParseSection(section)
		if err != nil {
			return err
		}
		levels := given[account]
		levels[s] = access.Level(level)
		given[account] = levels
		return nil
	})
	return err
}
