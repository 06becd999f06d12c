package accountaccess

import (
	"context"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

var overdueInvitations = activity.Overdue{
	Kind: "invitations",
	Find: `SELECT id, account_id, '' FROM run_out_invitations($1)`,
	End:  `SELECT expire_invitation($1)`,
	Event: func(i activity.Over) activity.Event {
		return activity.Event{
			Account: i.Account, Code: "invite.expired", Action: activity.Update, Section: access.AccountAccess.String(),
			EntityType: "Invitation", Entities: []uuid.UUID{i.ID}, Authorization: i.ID, RowCount: 1,
		}
	},
}

var overdueLinks = activity.Overdue{
	Kind: "links",
	Find: `SELECT id, account_id, username FROM run_out_links($1)`,
	End:  `SELECT run_link_out($1)`,
	Event: func(l activity.Over) activity.Event {
		return activity.Event{
			Account: l.Account, Code: "link.ended", Action: activity.Delete, Section: access.AccountAccess.String(),
			EntityType: "Link", Entities: []uuid.UUID{l.ID}, RowCount: 1, Changes: map[string]any{"username": []any{l.Username, nil}},
		}
	},
}

// ExpireInvitations records the end of invitations whose time has run out, each with its event, once.
// They are dead before.
func ExpireInvitations(ctx context.Context, _ *database.DB, log *activity.Log) error {
	return log.EndOverdue(ctx, overdueInvitations)
}

// RunOut records the end of links whose last day is over, each with its event and its notices, once. They let
// nobody in before.
func RunOut(ctx context.Context, _ *database.DB, log *activity.Log) error {
	return log.EndOverdue(ctx, overdueLinks)
}
