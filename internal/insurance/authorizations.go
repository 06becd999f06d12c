package insurance

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/authorization"
	"lanyard/ent/gen/ent/predicate"
	"lanyard/internal/activity"
	"lanyard/internal/clientnames"
	"lanyard/internal/database"
	"lanyard/internal/page"
	"lanyard/internal/problem"
)

// AuthorizationQuery says which authorizations are wanted; nil and empty: all.
type AuthorizationQuery struct {
	page.Args
	Client *uuid.UUID
	// RunningOut are those active that end within 30 days, or have at most two sessions left.
	RunningOut bool
	ActiveOnly bool
	// Search is parts of the client's name, or the client's number.
	Search string
}

// An authorization runs out when it ends within so many days, or has so few sessions left.
const (
	lastDays     = 30
	lastSessions = 2
)

// byEnd is the order of authorizations: what ends first comes first.
var byEnd = page.Key{Columns: []string{authorization.FieldUntilDate, authorization.FieldID}}

// Authorizations reads a page of the account's authorizations, in the order in which they end. It
// fails with BAD_USER_INPUT for a page or a search that cannot be.
func Authorizations(ctx context.Context, log *activity.Log, account uuid.UUID, q AuthorizationQuery) (*page.Page[*ent.Authorization], error) {
	where, err := q.where(ctx, log, account)
	if err != nil {
		return nil, err
	}
	in := database.In(ctx, account)
	if q.Search != "" {
		in = database.PlannedAnew(in)
	}
	p, err := page.Cut(in, q.Args, page.Source[*ent.Authorization]{
		Key:  byEnd,
		Keys: func(a *ent.Authorization) []string { return []string{string(a.UntilDate), a.ID.String()} },
		Find: func(ctx context.Context, beyond func(*sql.Selector), limit int) ([]*ent.Authorization, error) {
			return log.Reader().Authorization.Query().Where(where...).Where(beyond).Order(byEnd.Order).Limit(limit).WithClient().All(ctx)
		},
		Count: func(context.Context) (int, error) {
			return log.Reader().Authorization.Query().Where(where...).Count(database.In(ctx, account))
		},
	})
	if err != nil {
		return nil, fmt.Errorf("list authorizations: %w", err)
	}
	return p, noteAuthorizations(ctx, log, account, "authorization.listed", p.Nodes...)
}

const authorizationType = "Authorization"

func (q AuthorizationQuery) where(ctx context.Context, log *activity.Log, account uuid.UUID) ([]predicate.Authorization, error) {
	where := []predicate.Authorization{authorization.AccountID(account)}
	if q.Client != nil {
		where = append(where, authorization.ClientID(*q.Client))
	}
	if q.ActiveOnly || q.RunningOut {
		where = append(where, authorization.Active(true))
	}
	if q.RunningOut {
		where = append(where, authorization.UntilDateGTE(day(0)), authorization.Or(authorization.UntilDateLTE(day(lastDays)), fewLeft))
	}
	named, err := clientnames.Sought(ctx, log, account, q.Search)
	if named != nil {
		where = append(where, authorization.HasClientWith(named))
	}
	return where, err
}

// day is so many days from today.
func day(ahead int) column.Date {
	return column.DateOf(time.Now().UTC().AddDate(0, 0, ahead))
}

func fewLeft(s *sql.Selector) {
	s.Where(sql.P(func(b *sql.Builder) {
		b.Ident(s.C(authorization.FieldSessionsAllowed)).WriteString(" - ").Ident(s.C(authorization.FieldSessionsUsed)).WriteString(" <= ").Arg(lastSessions)
	}))
}

// Authorization reads one authorization. It fails with NOT_FOUND for an id that this account does
// not have.
func Authorization(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Authorization, error) {
	a, err := findAuthorization(database.In(ctx, account), log.Reader(), account, id)
	if err != nil {
		return nil, err
	}
	return a, noteAuthorization(ctx, a)
}

func findAuthorization(ctx context.Context, db *ent.Client, account, id uuid.UUID) (*ent.Authorization, error) {
	a, err := db.Authorization.Query().Where(authorization.ID(id), authorization.AccountID(account)).WithClient().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("read authorization: %w", err)
	}
	return a, nil
}

func noteAuthorization(ctx context.Context, a *ent.Authorization) error {
	e := event(a.AccountID, authorizationType, "authorization.opened", activity.Read)
	concernAuthorizations(&e, a)
	return activity.Note(ctx, e)
}
