package apps

import (
	"context"
	"reflect"
	"strings"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/secret"
)

// most is how many apps an account has registered at once.
const most = 50

// Registration is a new app.
type Registration struct {
	App Input
	// Confidential tells that it can keep a secret.
	Confidential bool
	// Levels are the most that anybody may let it do in the account.
	Levels []*access.SectionLevel
}

const (
	countApps = `SELECT count(*)::int FROM apps WHERE account_id = here() AND deleted_at IS NULL`
	addApp    = `INSERT INTO apps (id, account_id, name, purpose, website, redirect_uris, secret_hash) VALUES ($1, here(), $2, $3, $4, $5, $6)`
	editApp   = `UPDATE apps SET name = $3, purpose = $4, website = $5, redirect_uris = $6, version = version + 1 WHERE id = $1 AND version = $2 AND account_id = here()`
	//nolint:gosec // no secret is in it
	newSecret = `UPDATE apps SET secret_hash = $2, version = version + 1 WHERE id = $1 AND account_id = here()`
)

// Register registers an app and lets it into the account. It gives the secret, which is shown once; empty: the app
// has none.
func Register(ctx context.Context, log *activity.Log, account uuid.UUID, in Registration) (made *App, text string, err error) {
	app, err := in.App.checked()
	if err != nil {
		return nil, "", err
	}
	levels, err := readLevels(in.Levels)
	if err != nil {
		return nil, "", err
	}
	var hash []byte
	if in.Confidential {
		text, hash = secret.Client.New()
	}
	id := uuid.New()
	e := event(account, id, "app.registered", activity.Create, app.Name)
	e.Changes["redirectUris"] = []any{nil, strings.Join(app.RedirectURIs, ", ")}
	tell(e.Changes, access.Levels{}, levels)
	err = log.Change(database.In(ctx, account), e, func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		if err := checkRoom(ctx, tx, account); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, addApp, id, app.Name, app.Purpose, app.Website, app.RedirectURIs, hash); err != nil {
			return err
		}
		if _, _, err := letIn(ctx, tx, id, 1, levels); err != nil {
			return err
		}
		made, err = one(ctx, tx, account, id)
		return err
	})
	return made, text, err
}

func checkRoom(ctx context.Context, tx *activity.Tx, account uuid.UUID) error {
	if err := tx.Lock(ctx, account); err != nil {
		return err
	}
	n, err := database.Value[int](tx.Query(ctx, countApps))
	if err == nil && n >= most {
		return problem.New(problem.Conflict, "There are %d apps. Delete one that is not needed first.", n)
	}
	return err
}

// Change changes an app that the account has registered. It fails with CONFLICT when the version is an earlier one.
func Change(ctx context.Context, log *activity.Log, account, id uuid.UUID, version int, in Input) (*App, error) {
	in, err := in.checked()
	if err != nil {
		return nil, err
	}
	return change(ctx, log, account, id, "app.changed", func(ctx context.Context, tx *activity.Tx, old *App, e *activity.Event) error {
		e.Changes = old.differences(in)
		done, err := tx.Exec(ctx, editApp, id, version, in.Name, in.Purpose, in.Website, in.RedirectURIs)
		if err != nil {
			return err
		}
		if done.RowsAffected() == 0 {
			return problem.New(problem.Conflict, "Someone has changed this app since you opened it. Nothing was saved. Close this, look at the app as it is now, and change it again.")
		}
		if reflect.DeepEqual(old.Input, in) {
			return nil // there is nothing to look at
		}
		return tellOthers(ctx, tx, id, *e)
	})
}

// differences are what the log tells of a change, the name in any case.
func (a *App) differences(in Input) map[string]any {
	changes := map[string]any{"app": []any{a.Name, in.Name}}
	for field, pair := range map[string][2]string{
		"purpose": {a.Purpose, in.Purpose}, "website": {a.Website, in.Website}, "redirectUris": {strings.Join(a.RedirectURIs, ", "), strings.Join(in.RedirectURIs, ", ")},
	} {
		if pair[0] != pair[1] {
			changes[field] = []any{pair[0], pair[1]}
		}
	}
	return changes
}

// tellOthers tells whoever runs the other accounts that let the app in, and their logs.
func tellOthers(ctx context.Context, tx *activity.Tx, id uuid.UUID, e activity.Event) error {
	rows, err := tx.Query(ctx, `SELECT tell_others_of_app($1)`, id)
	if err != nil {
		return err
	}
	others, err := pgx.CollectRows(rows, pgx.RowTo[uuid.UUID])
	for _, account := range others {
		e.ID, e.Account = uuid.Nil, account
		tx.Also(e)
	}
	return err
}

// RenewSecret gives an app that the account has registered another secret. The one before ends.
func RenewSecret(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*App, string, error) {
	text, hash := secret.Client.New()
	changed, err := change(ctx, log, account, id, "app.secret", func(ctx context.Context, tx *activity.Tx, old *App, _ *activity.Event) error {
		if !old.Confidential {
			return problem.New(problem.Conflict, "This app has no secret: it runs where none can be kept.")
		}
		_, err := tx.Exec(ctx, newSecret, id, hash)
		return err
	})
	return changed, text, err
}

func change(ctx context.Context, log *activity.Log, account, id uuid.UUID, code string, do func(context.Context, *activity.Tx, *App, *activity.Event) error) (changed *App, err error) {
	err = log.Change(database.In(ctx, account), event(account, id, code, activity.Update, ""), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		old, err := own(ctx, tx, account, id)
		if err != nil {
			return err
		}
		e.Changes = map[string]any{"app": []any{old.Name, old.Name}}
		if err := do(ctx, tx, old, e); err != nil {
			return err
		}
		changed, err = one(ctx, tx, account, id)
		return err
	})
	return changed, err
}

// Delete deletes an app that the account has registered. All that people have let it do ends, in every account. It
// gives how many people that were.
func Delete(ctx context.Context, log *activity.Log, account, id uuid.UUID) (people int, err error) {
	viewer := access.ViewerFrom(ctx)
	err = log.Change(database.In(ctx, account), event(account, id, "app.deleted", activity.Delete, ""), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		var name string
		var accounts []uuid.UUID
		if err := row(ctx, tx, []any{&name, &accounts, &people}, `SELECT * FROM delete_app($1, $2)`, id, viewer.Name); err != nil {
			return err
		}
		e.Changes = map[string]any{"app": []any{name, name}}
		for _, other := range accounts {
			if other != account {
				tx.Also(event(other, id, "app.deleted", activity.Delete, name))
			}
		}
		return nil
	})
	return people, err
}
