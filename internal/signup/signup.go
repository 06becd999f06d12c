// Package signup opens accounts: Create My Account.
package signup

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/codessetup"
	"lanyard/internal/database"
	"lanyard/internal/password"
	"lanyard/internal/practicesetup"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

// Input is the sign-up form.
type Input struct {
	PracticeName, ProviderName, Email, Username, Password, TimeZone string
}

// Opened is a new account with its owner username.
type Opened struct{ Account, Username uuid.UUID }

// Open opens an account with its owner username, who has Full Access to everything in it.
// It fails with BAD_USER_INPUT for a form that is not right or a username that is taken.
func Open(ctx context.Context, log *activity.Log, in Input) (Opened, error) {
	in = trimmed(in)
	if err := check(in); err != nil {
		return Opened{}, err
	}
	hash, err := password.Hash(ctx, in.Password)
	if err != nil {
		return Opened{}, err
	}
	o := Opened{Account: newID(), Username: newID()}
	e := activity.Event{
		Account: o.Account, Code: "signup", Action: activity.Create, EntityType: "Account", Entities: []uuid.UUID{o.Account},
		ActorID: o.Username, ActorName: in.Username, ActorHome: o.Account, Role: activity.Owner,
	}
	ctx = database.With(ctx, database.Identity{Username: o.Username, Account: o.Account})
	err = log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := found(ctx, tx, o, e.ID, in, hash); err != nil {
			return err
		}
		return codessetup.Start(ctx, tx, o.Account)
	})
	return o, err
}

func found(ctx context.Context, tx *activity.Tx, o Opened, event uuid.UUID, in Input, hash string) error {
	names := make([]string, access.SectionCount)
	ids := make([]uuid.UUID, access.SectionCount)
	for i, s := range access.Sections() {
		names[i], ids[i] = s.String(), newID()
	}
	_, err := tx.Exec(ctx, `SELECT found_account($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		o.Account, in.PracticeName, in.ProviderName, in.Email, in.TimeZone, o.Username, in.Username, hash, newID(), names, ids, event)
	return Taken(err)
}

// Taken turns the refusal of a second username of the same name into a problem. Names of
// deleted usernames stay taken.
func Taken(err error) error {
	if constraint, _ := database.AlreadyThere(err); constraint == "usernames_name_key_key" {
		return problem.Invalid("username", "This username is taken. Choose another.")
	}
	return err
}

func newID() uuid.UUID { return uuid.Must(uuid.NewV7()) }

// practice is what the form says of the practice.
func (in Input) practice() practicesetup.Input {
	return practicesetup.Input{PracticeName: in.PracticeName, ProviderName: in.ProviderName, Email: in.Email, TimeZone: in.TimeZone}
}

func trimmed(in Input) Input {
	p := in.practice().Trimmed()
	return Input{p.PracticeName, p.ProviderName, p.Email, strings.TrimSpace(in.Username), in.Password, p.TimeZone}
}

func check(in Input) error {
	if err := in.practice().Check(); err != nil {
		return err
	}
	if err := signin.CheckName(in.Username); err != nil {
		return err
	}
	return signin.CheckPassword("password", in.Password, in.Username, in.PracticeName, in.ProviderName, in.Email)
}
