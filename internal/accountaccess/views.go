package accountaccess

import (
	"context"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/link"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// BeginView records that the viewer begins to look at an account as one of its usernames, if that can be.
func BeginView(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Link, error) {
	seen, err := linkOf(ctx, log, account, id)
	if err != nil {
		return nil, err
	}
	switch {
	case seen.UsernameID == access.ViewerFrom(ctx).Username:
		return nil, problem.New(problem.BadUserInput, "This is your own username: you see the account as it does already.")
	case seen.EndedAt != nil || !timesOf(seen).Includes(time.Now().UnixMicro()):
		return nil, problem.New(problem.BadUserInput, "%s cannot enter this account at the moment: there is nothing to see.", seen.UsernameName)
	}
	return seen, recordView(ctx, log, "view.began", seen)
}

// EndView records that the viewer has left a view.
func EndView(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Link, error) {
	seen, err := linkOf(ctx, log, account, id)
	if err != nil {
		return nil, err
	}
	return seen, recordView(ctx, log, "view.ended", seen)
}

func linkOf(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Link, error) {
	l, err := log.Reader().Link.Query().Where(link.ID(id), link.AccountID(account)).WithPrivileges(asGiven).Only(database.In(ctx, account))
	if ent.IsNotFound(err) {
		return nil, problem.Missing()
	}
	return l, err
}

func recordView(ctx context.Context, log *activity.Log, code string, seen *ent.Link) error {
	return log.Store(ctx, activity.Event{
		Account: seen.AccountID, Code: code, Action: activity.Execute, Section: access.AccountAccess.String(),
		EntityType: "Link", Entities: []uuid.UUID{seen.ID}, RowCount: 1,
		SeenAs: seen.UsernameID, SeenAsName: seen.UsernameName,
	})
}
