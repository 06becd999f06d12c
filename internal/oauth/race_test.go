package oauth_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/apitokens"
	"lanyard/internal/apps"
	"lanyard/internal/database"
	"lanyard/internal/globalid"
	"lanyard/internal/secret"
)

// consent lets the web app in, and calls before and after while nobody else sees that yet.
func (p *practice) consent(before, after func()) error {
	token := apitokens.Input{Name: "Web", Purpose: "test", ExpiresInDays: 1, Accounts: []*apitokens.Wanted{
		{Account: globalid.OfAccount(p.a.ID), Levels: []*access.SectionLevel{{Section: access.Clients, Level: access.View}}},
	}}
	return apitokens.Authorize(p.As(p.master), p.Log, token, p.web.ID, func(ctx context.Context, tx *activity.Tx, token uuid.UUID) error {
		before()
		_, hash := secret.Code.New()
		left, err := database.Value[bool](tx.Query(ctx, `SELECT leave_app_code($1, $2, 'https://app.example/done', 'c', '1 minute')`, token, hash))
		if err == nil && !left {
			return errNotLetIn
		}
		after()
		return err
	})
}

var errNotLetIn = errors.New("the account does not let it in")

// ends are what an account does when it wants an app no more.
func (p *practice) ends() map[string]func() error {
	return map[string]func() error{
		"shut out": func() error {
			_, _, err := apps.ShutOut(p.As(p.a.Owner), p.Log, p.a.ID, p.web.ID)
			return err
		},
		"deleted": func() error {
			_, err := apps.Delete(p.As(p.a.Owner), p.Log, p.a.ID, p.web.ID)
			return err
		},
	}
}

// A person lets an app in while the account is shutting it out: whoever comes second, nothing is left.
func TestConsentWhileTheAppGoes(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"shut out", "deleted"} {
		t.Run(name+" first", func(t *testing.T) {
			t.Parallel()
			p := newPractice(t)
			end := p.ends()[name]
			err := p.consent(func() {
				if err := end(); err != nil {
					t.Error(err)
				}
			}, func() {})
			if !errors.Is(err, errNotLetIn) {
				t.Errorf("it was let in: %v", err)
			}
		})
		t.Run(name+" second", func(t *testing.T) {
			t.Parallel()
			p := newPractice(t)
			ended := make(chan error, 1)
			err := p.consent(func() {}, func() {
				go func() { ended <- p.ends()[name]() }()
				p.untilWaiting(ended)
			})
			if err != nil {
				t.Fatal(err)
			}
			if err := <-ended; err != nil {
				t.Fatal(err)
			}
			if n := p.count(`SELECT count(*) FROM api_tokens WHERE kind = 'APP' AND revoked_at IS NULL`); n != 0 {
				t.Errorf("%d tokens of the app are left", n)
			}
		})
	}
}

// untilWaiting returns once somebody waits for a lock, or has nothing to wait for.
func (p *practice) untilWaiting(ended chan error) {
	for p.count(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) == 0 && len(ended) == 0 {
		time.Sleep(time.Millisecond)
	}
}

func (p *practice) count(query string) (n int) {
	p.t.Helper()
	conn, err := pgx.Connect(p.t.Context(), p.OwnerURL)
	if err != nil {
		p.t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	if err := conn.QueryRow(p.t.Context(), query).Scan(&n); err != nil {
		p.t.Fatal(err)
	}
	return n
}
