package accountaccess

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/link"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/password"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
	"lanyard/internal/signup"
)

// LevelInput is a level for a section, and when it holds.
type LevelInput struct {
	Section               access.Section
	Level                 access.Level
	ValidFrom, ValidUntil *time.Time
}

// AddUsernameInput is a new username.
type AddUsernameInput struct {
	Username, Password          string
	Levels                      []*LevelInput
	ChangePasswordAtFirstSignIn bool
}

// AddUsername is Allow Account Access: it makes a username whose home is the account. It has
// Full Access to everything but Psychotherapy Notes, and never more than whoever adds it.
func AddUsername(ctx context.Context, prover signin.Prover, account uuid.UUID, in AddUsernameInput) (*ent.Link, error) {
	in.Username = strings.TrimSpace(in.Username)
	if err := checkNew(ctx, prover, in); err != nil {
		return nil, err
	}
	hash, err := password.Hash(ctx, in.Password)
	if err != nil {
		return nil, err
	}
	ctx = database.In(ctx, account)
	e := activity.Event{Account: account, Code: "username.added", Action: activity.Create, Section: access.AccountAccess.String(), EntityType: "Username", RowCount: 1}
	var added *ent.Link
	err = prover.Log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		s, err := lockAsSteward(ctx, tx, account)
		if err != nil {
			return err
		}
		u, err := createUsername(ctx, tx, account, in, hash)
		if err != nil {
			return err
		}
		wanted, err := startLevels(s.actor, in.Levels)
		if err != nil {
			return err
		}
		e.Entities = []uuid.UUID{u.ID}
		e.Changes = map[string]any{"username": []any{nil, u.Name}}
		added, err = createLink(ctx, tx, newLink{account: account, username: u, origin: link.OriginADDED, by: access.ViewerFrom(ctx), levels: wanted})
		return err
	})
	return added, err
}

func checkNew(ctx context.Context, prover signin.Prover, in AddUsernameInput) error {
	if err := signin.CheckName(in.Username); err != nil {
		return err
	}
	viewer := access.ViewerFrom(ctx)
	words, err := signin.Words(ctx, prover.Log, viewer)
	if err != nil {
		return err
	}
	if err := signin.CheckPassword("password", in.Password, append(words, in.Username)...); err != nil {
		return err
	}
	own, err := prover.CheckOwn(ctx, viewer.Username, in.Password)
	if err != nil {
		return err
	}
	if own {
		return problem.Invalid("password", "This is your own password. Each username needs one of its own.")
	}
	return nil
}

func createUsername(ctx context.Context, tx *activity.Tx, account uuid.UUID, in AddUsernameInput, hash string) (*ent.Username, error) {
	u, err := tx.Username.Create().SetName(in.Username).SetNameKey(strings.ToLower(in.Username)).SetHomeAccountID(account).Save(ctx)
	if err != nil {
		return nil, signup.Taken(err)
	}
	required := ""
	if in.ChangePasswordAtFirstSignIn {
		required = "Your password was chosen by somebody else."
	}
	if _, err := tx.Exec(ctx, `SELECT add_credential($1, $2, $3)`, u.ID, hash, required); err != nil {
		return nil, fmt.Errorf("store the password: %w", err)
	}
	return u, nil
}

// startLevels are the default levels, as far as whoever gives them holds them, with what the
// input says instead.
func startLevels(actor access.Holder, in []*LevelInput) ([]LevelInput, error) {
	levels := access.Everything().AtMost(actor.Levels)
	wanted := make([]LevelInput, access.SectionCount)
	for i, s := range access.Sections() {
		wanted[i] = LevelInput{Section: s, Level: levels[s]}
	}
	for _, l := range in {
		if err := checkWindow(*l); err != nil {
			return nil, err
		}
		wanted[l.Section] = *l
		levels[l.Section] = l.Level
	}
	return wanted, access.CheckGrant(actor, access.Holder{}, levels)
}

func checkWindow(l LevelInput) error {
	if l.ValidFrom != nil && l.ValidUntil != nil && !l.ValidFrom.Before(*l.ValidUntil) {
		return problem.Invalid("validUntil", "The end must be after the beginning.")
	}
	return nil
}

// newLink is a link to make, with who consents to it.
type newLink struct {
	account  uuid.UUID
	username *ent.Username
	origin   link.Origin
	by       *access.Viewer
	levels   []LevelInput
}

func createLink(ctx context.Context, tx *activity.Tx, n newLink) (*ent.Link, error) {
	l, err := tx.Link.Create().SetAccountID(n.account).SetUsernameID(n.username.ID).SetUsernameName(n.username.Name).
		SetOrigin(n.origin).SetConsentID(n.by.Username).SetConsentName(n.by.Name).Save(ctx)
	if err != nil {
		return nil, err
	}
	privileges := make([]*ent.PrivilegeCreate, len(n.levels))
	for i, w := range n.levels {
		privileges[i] = tx.Privilege.Create().SetAccountID(n.account).SetLinkID(l.ID).SetUsernameID(n.username.ID).
			SetSection(w.Section).SetLevel(w.Level).SetNillableValidFrom(w.ValidFrom).SetNillableValidUntil(w.ValidUntil).
			SetGrantedBy(n.by.Username).SetGrantedByName(n.by.Name)
	}
	l.Edges.Privileges, err = tx.Privilege.CreateBulk(privileges...).Save(ctx)
	return l, err
}
