package activity

import (
	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
)

const insertEvent = `INSERT INTO events (id, account_id, occurred_at, code, action, outcome, reason,
	actor_id, actor_name, actor_home_id, role, sign_in_id, request_id, ip, user_agent,
	section, level_held, level_needed, entity_type, entity_ids, client_ids, row_count, changes,
	authorization_id, counterpart_id, token_id, token_name, emergency_id, seen_as_id, seen_as_name)
	VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$26,$27,$28,$29,$30)`

func queue(b *pgx.Batch, e Event) {
	b.Queue(insertEvent, e.ID, e.Account, e.OccurredAt, e.Code, e.Action, e.Outcome, e.Reason,
		e.ActorID, e.ActorName, e.ActorHome, e.Role, e.SignIn, e.RequestID, e.IP, e.UserAgent,
		e.Section, e.LevelHeld, e.LevelNeeded, e.EntityType, list(e.Entities), list(e.Clients), e.RowCount, e.Changes,
		e.Authorization, e.Counterpart, e.Token, e.TokenName, e.Emergency, e.SeenAs, e.SeenAsName)
}

// list is never null: the columns are not.
func list(ids []uuid.UUID) []uuid.UUID {
	if ids == nil {
		return []uuid.UUID{}
	}
	return ids
}
