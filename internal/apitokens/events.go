package apitokens

import (
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
)

// events tell of a new token in the log of each account that it reaches, and in its maker's own.
func (in Input) events(viewer *access.Viewer, id uuid.UUID, reaches []*Reach) []activity.Event {
	accounts := make([]uuid.UUID, len(reaches))
	for i, r := range reaches {
		accounts[i] = r.Account
	}
	told := events(viewer.OwnLog(), "token.created", activity.Create, id, strings.TrimSpace(in.Name), accounts)
	for i := range told {
		told[i].Changes["days"] = []any{nil, in.ExpiresInDays}
		for _, r := range reaches {
			if r.Account == told[i].Account {
				r.tell(told[i].Changes)
			}
		}
	}
	tellKind(told, in.kind)
	return told
}

// tellKind says in events of what kind the token is; of an app's own, which most are, nothing.
func tellKind(told []activity.Event, kind Kind) {
	if kind == "" || kind == API {
		return
	}
	for i := range told {
		told[i].Changes["kind"] = []any{nil, string(kind)}
	}
}

func (r *Reach) tell(changes map[string]any) {
	for _, s := range access.Sections() {
		if r.Levels[s] > access.None {
			changes[s.String()] = []any{nil, r.Levels[s].String()}
		}
	}
}

// events tell the same of one token in several logs. The first is that of the change itself: its username's own.
func events(own uuid.UUID, code string, action activity.Action, id uuid.UUID, name string, accounts []uuid.UUID) []activity.Event {
	told := []activity.Event{event(own, code, action, id, name)}
	for _, account := range accounts {
		if account != own {
			told = append(told, event(account, code, action, id, name))
		}
	}
	return told
}

// Tell says what befell the token that asks, in its username's own log and in those of the accounts that it reaches.
// The first is that of the change itself.
func Tell(v *access.Viewer, code string, action activity.Action) []activity.Event {
	accounts := make([]uuid.UUID, len(v.Links))
	for i, l := range v.Links {
		accounts[i] = l.Account
	}
	told := events(v.OwnLog(), code, action, v.Token.ID, v.Token.Name, accounts)
	if v.Token.App != uuid.Nil {
		tellKind(told, App)
	}
	return told
}

func event(account uuid.UUID, code string, action activity.Action, id uuid.UUID, name string) activity.Event {
	return activity.Event{
		Account: account, Code: code, Action: action, Section: access.AccountAccess.String(), EntityType: "ApiToken", Entities: []uuid.UUID{id},
		Authorization: id, RowCount: 1, Changes: map[string]any{"token": []any{name, name}},
	}
}
