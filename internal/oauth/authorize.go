package oauth

import (
	"context"
	"net/url"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/apitokens"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/secret"
)

// How long each text of a token holds. A refresh token is used once, and ends with what the person has let the
// app do at the latest.
const (
	codeLasts    = time.Minute
	accessLasts  = 15 * time.Minute
	refreshLasts = 30 * 24 * time.Hour
)

// Answer is what a person answers to a request.
type Answer struct {
	Query         string
	Accounts      []*apitokens.Wanted
	ExpiresInDays int
}

// Authorize lets an app do what it has asked for, or less, and gives the address to send the browser to.
func Authorize(ctx context.Context, log *activity.Log, issuer string, in Answer) (sendTo string, err error) {
	r, err := Read(ctx, log, issuer, in.Query)
	if err != nil {
		return "", err
	}
	if r.Fault != nil {
		return "", problem.New(problem.BadUserInput, "The app has asked in a way that cannot be answered: %s.", *r.Fault)
	}
	if err := r.checkAsked(in.Accounts); err != nil {
		return "", err
	}
	code, hash := secret.Code.New()
	token := apitokens.Input{Name: r.App.Name, Purpose: r.App.Purpose, ExpiresInDays: in.ExpiresInDays, Accounts: in.Accounts}
	err = apitokens.Authorize(ctx, log, token, r.App.client.ID, func(ctx context.Context, tx *activity.Tx, token uuid.UUID) error {
		return activity.Done(database.Value[bool](tx.Query(ctx, `SELECT leave_app_code($1, $2, $3, $4, $5)`, token, hash, r.back, r.challenge, codeLasts)))
	})
	return r.sendTo(url.Values{"code": {code}}), err
}

// checkAsked refuses more than the app has asked for, or than an account lets it do.
func (r *Request) checkAsked(wanted []*apitokens.Wanted) error {
	for i, w := range wanted {
		if err := r.checkAccount(w); err != nil {
			return apitokens.At(i, err)
		}
	}
	return nil
}

func (r *Request) checkAccount(w *apitokens.Wanted) error {
	most := r.most(w.Account.AccountID())
	if most == nil {
		return problem.Missing()
	}
	levels, err := access.ReadLevels(w.Levels)
	if err != nil {
		return err
	}
	for _, s := range access.Sections() {
		if levels[s] > most.Levels[s] {
			return problem.Invalid("levels", "%s can have at most %s to %s in the account of %s.", r.App.Name, most.Levels[s].Title(), s.Title(), most.Provider)
		}
	}
	return nil
}

func (r *Request) most(account uuid.UUID) *Account {
	for _, a := range r.Accounts {
		if a.Account == account {
			return a
		}
	}
	return nil
}
