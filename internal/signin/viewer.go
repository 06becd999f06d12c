// Package signin is how a person becomes a viewer: proving a password, signing in and out,
// and loading who asks at the start of each request.
package signin

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/database"
)

// AbsoluteLimit ends every sign-in (NIST SP 800-63B-4, AAL2).
const AbsoluteLimit = 12 * time.Hour

// unused tells that a sign-in has gone unused for longer than each account allows that its username
// may enter (45 CFR 164.312(a)(2)(iii)). None allows less than five minutes: of a sign-in that is in
// use, the accounts are not asked.
const unused = `(seen_at <= now() - interval '5 minutes' AND seen_at <= now() - idle_limit(username_id))`

// living are the conditions of a sign-in that has not ended.
const living = ` AND ended_at IS NULL AND expires_at > now() AND NOT ` + unused

// provenAt is when it was last proven who uses a sign-in, in microseconds since 1970.
const provenAt = `(extract(epoch FROM proven_at) * 1000000)::bigint`

// factor is what a sign-in was proven with. What comes after in the batch is asked with it.
const factor = `set_config('lanyard.factor', factor, true)`

const (
	touchSignIn = `UPDATE sign_ins SET seen_at = now()
		WHERE token_hash = $1 AND seen_at < now() - interval '1 minute'` + living
	loadSignIn = `SELECT id, username_id, shut_accounts, ` + provenAt + `, ` + factor + `, set_config('lanyard.username', username_id::text, true) FROM sign_ins
		WHERE token_hash = $1` + living
	findSignIn   = `SELECT id, shut_accounts, ` + provenAt + `, ` + factor + ` FROM sign_ins WHERE id = $1 AND username_id = me()` + living
	standing     = `SELECT shut_accounts, ` + provenAt + `, ` + factor + ` FROM sign_ins WHERE id = $1 AND username_id = me()`
	loadUsername = `SELECT u.name, u.home_account_id, c.change_required IS NOT NULL, f.held, f.passkey, f.due, f.passkey_due
		FROM usernames u JOIN credentials c ON c.id = u.id CROSS JOIN my_second_factor() f WHERE u.id = me() AND u.deleted_at IS NULL`
	// ofLinks is what scanLinks reads, but for the emergency.
	ofLinks = `SELECT l.id, l.account_id, l.owner, l.consent_id, l.created_at, l.valid_from, l.valid_until,
			p.section, p.level, p.valid_from, p.valid_until, `
	loadLinks = ofLinks + `p.emergency_id
		FROM links l JOIN privileges p ON p.link_id = l.id
		WHERE l.username_id = acting() AND l.ended_at IS NULL AND (p.source = 'GIVEN' OR p.valid_until > now()) ORDER BY l.id`
)

// Load loads the viewer whose sign-in has this token, in one round trip, and notes that it was
// used. It gives nil, and no error, for a token that is unknown, ended, idle for too long or too
// old.
func Load(ctx context.Context, db *database.DB, token string) (*access.Viewer, error) {
	return load(ctx, db, token, touch(true), nothing)
}

// Look is Load for what no person has caused: a sign-in that a program alone uses goes idle.
func Look(ctx context.Context, db *database.DB, token string) (*access.Viewer, error) {
	return load(ctx, db, token, touch(false), nothing)
}

// touch notes that a sign-in was used by a person.
func touch(byPerson bool) func(*pgx.Batch, []byte) {
	return func(b *pgx.Batch, hash []byte) {
		if byPerson {
			b.Queue(touchSignIn, hash)
		}
	}
}

func nothing(*pgx.Batch) {}

func load(ctx context.Context, db *database.DB, token string, before func(*pgx.Batch, []byte), after func(*pgx.Batch)) (*access.Viewer, error) {
	hash := hashToken(token)
	v := new(access.Viewer)
	err := db.Send(database.With(ctx, database.Identity{TokenHash: hash}), func(b *pgx.Batch) {
		before(b, hash)
		b.Queue(loadSignIn, hash).QueryRow(func(row pgx.Row) error {
			return row.Scan(&v.SignIn, &v.Username, &v.Shut, &v.ProvenAt, &v.Factor, nil)
		})
		queueViewer(b, v)
		after(b)
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil //nolint:nilnil // nobody is signed in: that is an answer, not an error
	}
	if err != nil {
		return nil, fmt.Errorf("load the viewer: %w", err)
	}
	return v, nil
}

// Again loads a viewer anew who was loaded before, without a use of the sign-in. It gives nil,
// and no error, when the sign-in has ended meanwhile.
func Again(ctx context.Context, db *database.DB, old *access.Viewer) (*access.Viewer, error) {
	v := &access.Viewer{Username: old.Username}
	err := db.Send(database.As(ctx, old.Username), func(b *pgx.Batch) {
		b.Queue(findSignIn, old.SignIn).QueryRow(func(row pgx.Row) error { return row.Scan(&v.SignIn, &v.Shut, &v.ProvenAt, &v.Factor) })
		queueViewer(b, v)
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil //nolint:nilnil // nobody is signed in: that is an answer, not an error
	}
	if err != nil {
		return nil, fmt.Errorf("load the viewer again: %w", err)
	}
	return v, nil
}

// ErrGone tells that a username was deleted.
var ErrGone = errors.New("the username was deleted")

// Reload loads the viewer anew within a request that has changed what the viewer may do. It
// fails with ErrGone when the username was deleted.
func Reload(ctx context.Context, db *database.DB, username, signIn uuid.UUID) (*access.Viewer, error) {
	return LoadProven(ctx, db, username, signIn, "")
}

// LoadProven is Reload for a username that has just proven itself with this factor: the sign-in is just beginning, or
// there will be none.
func LoadProven(ctx context.Context, db *database.DB, username, signIn uuid.UUID, by access.Factor) (*access.Viewer, error) {
	v := &access.Viewer{Username: username, SignIn: signIn, Factor: by}
	err := db.Send(database.With(ctx, database.Identity{Username: username, Factor: by}), func(b *pgx.Batch) {
		b.Queue(standing, signIn).Query(func(rows pgx.Rows) error { // no row: it is just beginning
			_, err := pgx.ForEachRow(rows, []any{&v.Shut, &v.ProvenAt, &v.Factor}, func() error { return nil })
			return err
		})
		queueViewer(b, v)
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, ErrGone
	}
	if err != nil {
		return nil, fmt.Errorf("reload the viewer: %w", err)
	}
	return v, nil
}

func queueViewer(b *pgx.Batch, v *access.Viewer) {
	due := new(Due)
	b.Queue(loadUsername).QueryRow(func(row pgx.Row) error {
		return row.Scan(&v.Name, &v.HomeAccount, &v.MustChangePassword, &v.HoldsFactor, &v.HoldsPasskey, &due.Factor, &due.Passkey)
	})
	QueueLinks(b, v, due)
}

// Due are the accounts that ask for a second factor that was not shown, and of these those that ask for a passkey.
type Due struct{ Factor, Passkey []uuid.UUID }

// QueueLinks loads the links of whoever a batch runs for; what is due has been read when they are.
func QueueLinks(b *pgx.Batch, v *access.Viewer, due *Due) {
	b.Queue(loadLinks).Query(func(rows pgx.Rows) error { return scanLinks(rows, v, due) })
}

func scanLinks(rows pgx.Rows, v *access.Viewer, due *Due) error {
	var (
		l                        access.Link
		section                  string
		level                    int16
		from, until, since, till *time.Time
		made                     time.Time
		emergency                *uuid.UUID
	)
	_, err := pgx.ForEachRow(rows, []any{&l.ID, &l.Account, &l.Owner, &l.ConsentBy, &made, &from, &until, &section, &level, &since, &till, &emergency}, func() error {
		s, err := access.ParseSection(section)
		v.AnsweredBy(l.Account)
		if err != nil || slices.Contains(v.Shut, l.Account) {
			return err
		}
		if n := len(v.Links); n == 0 || v.Links[n-1].ID != l.ID {
			v.Links = append(v.Links, access.Link{
				ID: l.ID, Account: l.Account, Owner: l.Owner, ConsentBy: l.ConsentBy, Since: made.UnixMicro(), Window: access.NewWindow(from, until),
				FactorDue: slices.Contains(due.Factor, l.Account), PasskeyDue: slices.Contains(due.Passkey, l.Account),
			})
		}
		last := &v.Links[len(v.Links)-1]
		p := access.Privilege{Level: access.Level(level), Window: access.NewWindow(since, till)}
		if emergency != nil {
			opened(last, *emergency, s, p)
			return nil
		}
		last.Privileges[s] = p
		return nil
	})
	return err
}

// opened puts what an emergency opens beside what was given.
func opened(l *access.Link, emergency uuid.UUID, s access.Section, p access.Privilege) {
	if l.Emergency == nil {
		l.Emergency = &access.Emergency{ID: emergency, Window: p.Window}
	}
	l.Emergency.Levels[s] = p.Level
}

func hashToken(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}
