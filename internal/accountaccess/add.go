package accountaccess

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/link"
	"lanyard/ent/gen/ent/privilege"
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
		wanted, err := startGrants(s.actor, in.Levels)
		if err != nil {
			return err
		}
		e.Entities = []uuid.UUID{u.ID}
		given(e, u.Name, wanted)
		added, err = createLink(ctx, tx, newLink{account: account, username: u, origin: link.OriginADDED, by: access.ViewerFrom(ctx), event: e.ID, grants: wanted})
		if err == nil && !s.actor.Owner {
			err = tellOfLink(ctx, tx, added)
		}
		if err != nil {
			return err
		}
		return refuseOwnPassword(ctx, tx, in.Password)
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
	return nil
}

// refuseOwnPassword refuses a new username with the password of whoever adds it. It comes
// last: asked before, it would tell anybody at an unlocked screen whether they guessed it,
// without a trace.
func refuseOwnPassword(ctx context.Context, tx *activity.Tx, secret string) error {
	own, err := tx.Credential.Get(ctx, access.ViewerFrom(ctx).Username)
	if err != nil {
		return err
	}
	same, _, err := password.Verify(ctx, secret, own.PasswordHash)
	if err == nil && same {
		return problem.Invalid("password", "This is your own password. Each username needs one of its own.")
	}
	return err
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

// startGrants are the default levels, as far as whoever gives them may pass them on, with what
// the input says instead.
func startGrants(actor access.Holder, in []*LevelInput) (access.Grants, error) {
	wanted := actor.Share(access.Everything())
	if err := overwrite(&wanted, in); err != nil {
		return wanted, err
	}
	return wanted, access.CheckGrant(actor, access.Holder{}, access.Grants{}, wanted)
}

// overwrite puts the input's levels in place of others. A section that is named twice would
// leave open which level was meant.
func overwrite(g *access.Grants, in []*LevelInput) error {
	var named [access.SectionCount]bool
	for _, l := range in {
		if named[l.Section] {
			return problem.Invalid("levels", "%s is there twice.", l.Section.Title())
		}
		if err := checkWindow(*l); err != nil {
			return err
		}
		named[l.Section] = true
		g[l.Section] = access.Privilege{Level: l.Level, Window: access.NewWindow(l.ValidFrom, l.ValidUntil)}
	}
	return nil
}

var (
	firstTime = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	lastTime  = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
)

func checkWindow(l LevelInput) error {
	if field, fault := faultOfTimes(l.ValidFrom, l.ValidUntil); field != "" {
		return inLevels(field, fault)
	}
	return nil
}

// faultOfTimes says what is wrong with the times of a window, and with which; nothing: they are all right.
func faultOfTimes(from, until *time.Time) (field, fault string) {
	for field, at := range map[string]*time.Time{"validFrom": from, "validUntil": until} {
		if at != nil && (at.Before(firstTime) || at.After(lastTime)) {
			return field, "Give a time between the years 2000 and 9999."
		}
	}
	if from != nil && until != nil && !from.Before(*until) {
		return "validUntil", "The end must be after the beginning."
	}
	return "", ""
}

func inLevels(field, sentence string) error {
	p := problem.Invalid("levels", "%s", sentence)
	p.Path = append(p.Path, field)
	return p
}

// newLink is a link to make, with who consents to it.
type newLink struct {
	account  uuid.UUID
	username *ent.Username
	origin   link.Origin
	// window is when the whole link holds.
	window access.Window
	by     *access.Viewer
	// event is the one in the account's log that tells of it.
	event  uuid.UUID
	grants access.Grants
}

// given says in the log what a new link gives, section by section.
func given(e *activity.Event, username string, g access.Grants) {
	e.Changes = map[string]any{"username": []any{nil, username}}
	for _, s := range access.Sections() {
		e.Changes[username+" "+s.String()] = []any{nil, describe(g[s])}
	}
}

func createLink(ctx context.Context, tx *activity.Tx, n newLink) (*ent.Link, error) {
	l, err := tx.Link.Create().SetAccountID(n.account).SetUsernameID(n.username.ID).SetUsernameName(n.username.Name).
		SetOrigin(n.origin).SetConsentID(n.by.Username).SetConsentName(n.by.Name).
		SetNillableValidFrom(moment(n.window.From)).SetNillableValidUntil(moment(n.window.Until)).Save(ctx)
	if err != nil {
		return nil, err
	}
	privileges := make([]*ent.PrivilegeCreate, len(n.grants))
	for i, p := range n.grants {
		privileges[i] = tx.Privilege.Create().SetAccountID(n.account).SetLinkID(l.ID).SetUsernameID(n.username.ID).
			SetSection(access.Section(i)).SetLevel(p.Level).SetNillableValidFrom(moment(p.From)).SetNillableValidUntil(moment(p.Until)).
			SetGrantedBy(n.by.Username).SetGrantedByName(n.by.Name).SetEventID(n.event).SetRoute(privilege.Route(n.origin))
	}
	l.Edges.Privileges, err = tx.Privilege.CreateBulk(privileges...).Save(ctx)
	return l, err
}

// moment is a time of a window; nil: no limit.
func moment(micros int64) *time.Time {
	if micros == 0 {
		return nil
	}
	t := time.UnixMicro(micros).UTC()
	return &t
}
