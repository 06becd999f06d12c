package apitokens

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/globalid"
	"lanyard/internal/problem"
	"lanyard/internal/secret"
)

// A username has so many tokens at once, each for so many days.
const (
	mostTokens = 50
	mostDays   = 365
)

// Wanted is what a new token is given in one account. A section that is not named is No Access.
type Wanted struct {
	Account globalid.ID
	Levels  []*access.SectionLevel
}

// Input is a new token.
type Input struct {
	Name, Purpose string
	ExpiresInDays int
	Accounts      []*Wanted
	kind          Kind
	app           *uuid.UUID
}

const (
	// lockOwn lets no two tokens be made at once, for they are counted, and none while the password comes to be asked
	// for anew: that ends all tokens.
	lockOwn   = `SELECT change_required IS NULL FROM credentials WHERE id = me() FOR UPDATE`
	countOwn  = `SELECT count(*)::int FROM api_tokens WHERE username_id = me() AND revoked_at IS NULL AND expires_at > now() AND begun`
	forbidden = `SELECT provider_name FROM accounts WHERE id = ANY ($1) AND tokens_forbidden ORDER BY provider_name LIMIT 1`
	//nolint:gosec // no token is in it
	addToken = `INSERT INTO api_tokens (id, username_id, name, purpose, token_hash, expires_at, kind, app_id, begun)
		VALUES ($1, me(), $2, $3, $4, now() + make_interval(days => $5), $6, $7::uuid, $7::uuid IS NULL)`
	addLevel = `INSERT INTO api_token_levels VALUES ($1, $2, $3, $4)`
)

// Create makes a token, and gives its text: it is stored nowhere. Nobody gives a token what they do not hold.
func Create(ctx context.Context, log *activity.Log, in Input) (made *Token, text string, err error) {
	text, hash := secret.Token.New()
	err = in.create(ctx, log, hash, func(ctx context.Context, tx *activity.Tx, id uuid.UUID) (err error) {
		made, err = one(ctx, tx, id)
		return err
	})
	return made, text, err
}

// Authorize makes the token of an app that the viewer lets in. It has no text: then keeps what the app comes for
// its first one with.
func Authorize(ctx context.Context, log *activity.Log, in Input, app uuid.UUID, then func(ctx context.Context, tx *activity.Tx, token uuid.UUID) error) error {
	in.kind, in.app = App, &app
	return in.create(ctx, log, nil, then)
}

func (in Input) create(ctx context.Context, log *activity.Log, hash []byte, then func(ctx context.Context, tx *activity.Tx, token uuid.UUID) error) error {
	viewer := access.ViewerFrom(ctx)
	reaches, err := in.read(viewer, time.Now().UnixMicro())
	if err != nil {
		return err
	}
	id := uuid.Must(uuid.NewV7())
	told := in.events(viewer, id, reaches)
	return log.Change(ctx, told[0], func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		if err := checkRoom(ctx, tx, reaches); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, addToken, id, strings.TrimSpace(in.Name), strings.TrimSpace(in.Purpose), hash, in.ExpiresInDays, cmp.Or(in.kind, API), in.app); err != nil {
			return err
		}
		for _, r := range reaches {
			if err := r.store(ctx, tx, id); err != nil {
				return err
			}
		}
		for _, e := range told[1:] {
			tx.Also(e)
		}
		return then(ctx, tx, id)
	})
}

func (r *Reach) store(ctx context.Context, tx *activity.Tx, token uuid.UUID) error {
	for _, s := range access.Sections() {
		if r.Levels[s] == access.None {
			continue
		}
		if _, err := tx.Exec(ctx, addLevel, token, r.Account, s.String(), int16(r.Levels[s])); err != nil {
			return err
		}
	}
	return nil
}

func checkRoom(ctx context.Context, tx *activity.Tx, reaches []*Reach) error {
	mayStill, err := database.Value[bool](tx.Query(ctx, lockOwn))
	if err != nil {
		return err
	}
	if !mayStill {
		return problem.New(problem.Forbidden, "Choose a new password first.")
	}
	n, err := database.Value[int](tx.Query(ctx, countOwn))
	if err != nil {
		return err
	}
	if n >= mostTokens {
		return problem.New(problem.Conflict, "You have %d tokens. Revoke one that is not needed first.", n)
	}
	accounts := make([]uuid.UUID, len(reaches))
	for i, r := range reaches {
		accounts[i] = r.Account
	}
	rows, err := tx.Query(ctx, forbidden, accounts)
	if err != nil {
		return err
	}
	closed, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err == nil && len(closed) > 0 {
		return problem.New(problem.Forbidden, "The account of %s lets no API tokens in.", closed[0])
	}
	return err
}

func one(ctx context.Context, tx *activity.Tx, id uuid.UUID) (*Token, error) {
	rows, err := tx.Query(ctx, `SELECT * FROM (`+listOwn+`) own WHERE id = $2`, time.Time{}, id)
	if err != nil {
		return nil, err
	}
	all, err := collect(rows)
	if err == nil && len(all) == 0 {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// read gives what the token reaches, if the viewer holds it now.
func (in Input) read(viewer *access.Viewer, now int64) ([]*Reach, error) {
	if err := problem.CheckText("name", in.Name, 60); err != nil {
		return nil, err
	}
	if err := problem.CheckText("purpose", in.Purpose, 200); err != nil {
		return nil, err
	}
	if in.ExpiresInDays < 1 || in.ExpiresInDays > mostDays {
		return nil, problem.Invalid("expiresInDays", "Choose 1 to %d days.", mostDays)
	}
	if len(in.Accounts) == 0 {
		return nil, problem.Invalid("accounts", "Choose at least one account.")
	}
	var reaches []*Reach
	for i, w := range in.Accounts {
		r, err := w.read(viewer, now)
		if err == nil && slices.ContainsFunc(reaches, func(other *Reach) bool { return other.Account == r.Account }) {
			err = problem.Invalid("account", "This account is there twice.")
		}
		if err != nil {
			return nil, At(i, err)
		}
		reaches = append(reaches, r)
	}
	return reaches, nil
}

func (w *Wanted) read(viewer *access.Viewer, now int64) (*Reach, error) {
	r := &Reach{Account: w.Account.AccountID()}
	if !access.Member(viewer, r.Account, now) {
		return nil, problem.Missing()
	}
	levels, err := access.ReadLevels(w.Levels)
	if err != nil {
		return nil, err
	}
	held := viewer.Link(r.Account).Levels(now)
	for _, s := range access.Sections() {
		switch most := access.MostByToken(s); {
		case levels[s] > most:
			return nil, problem.Invalid("levels", "A token has at most %s to %s.", most.Title(), s.Title())
		case levels[s] > held[s]:
			return nil, problem.Invalid("levels", "You cannot give a token %s to %s: you have %s there yourself.", levels[s].Title(), s.Title(), held[s].Title())
		}
	}
	r.Levels = levels
	if r.Levels == (access.Levels{}) {
		return nil, problem.Invalid("levels", "Choose at least one section.")
	}
	return r, nil
}

// At names the account of the input that a problem is in.
func At(index int, err error) error {
	refused := *problem.As(err)
	if refused.Code == problem.BadUserInput {
		refused.Path = append([]string{"accounts", strconv.Itoa(index)}, refused.Path...)
	}
	return &refused
}
