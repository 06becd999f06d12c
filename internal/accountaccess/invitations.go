package accountaccess

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invitation"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Of an account so many invitations are shown, and so many may be open at once.
const (
	mostShown = 100
	mostOpen  = 50
)

// InvitationInput is a link by consent, as it is offered or asked for.
type InvitationInput struct {
	Levels                []*access.SectionLevel
	ValidFrom, ValidUntil *time.Time
	Purpose               string
	ExpiresInDays         int
}

// Invitations lists what was offered and asked for in an account, the newest first.
func Invitations(ctx context.Context, log *activity.Log, account uuid.UUID) ([]*ent.Invitation, error) {
	all, err := log.Reader().Invitation.Query().Where(invitation.AccountID(account)).
		Order(invitation.ByCreatedAt(sql.OrderDesc()), invitation.ByID(sql.OrderDesc())).Limit(mostShown).All(database.In(ctx, account))
	if err != nil {
		return nil, err
	}
	return all, noteInvitations(ctx, account, all...)
}

// Invitation reads one invitation of an account.
func Invitation(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Invitation, error) {
	i, err := log.Reader().Invitation.Query().Where(invitation.ID(id), invitation.AccountID(account)).Only(database.In(ctx, account))
	if err != nil {
		return nil, err
	}
	return i, noteInvitations(ctx, account, i)
}

func noteInvitations(ctx context.Context, account uuid.UUID, shown ...*ent.Invitation) error {
	e := activity.Event{Account: account, Code: "invite.listed", Action: activity.Read, Section: access.AccountAccess.String(), EntityType: "Invitation", RowCount: len(shown)}
	for _, i := range shown {
		e.Entities = append(e.Entities, i.ID)
	}
	return activity.Note(ctx, e)
}

// InvitationLevels are the levels of an invitation.
func InvitationLevels(i *ent.Invitation) access.Levels {
	return termsOf(i.Levels, i.LinkFrom, i.LinkUntil).levels
}

// InvitationState is how an invitation stands now: what has run out is over before that is recorded.
func InvitationState(i *ent.Invitation) *invitation.State {
	state := i.State
	if state == invitation.StateOPEN && !i.ExpiresAt.After(time.Now()) {
		state = invitation.StateEXPIRED
	}
	return &state
}

// Offer offers a link to the account, and gives the code of it: it is stored nowhere.
func Offer(ctx context.Context, log *activity.Log, account uuid.UUID, in InvitationInput) (*ent.Invitation, string, error) {
	return invite(ctx, log, account, invitation.KindOFFER, in)
}

// Ask asks for a link to another account, and gives the code of it. What may be given is decided by
// whoever answers.
func Ask(ctx context.Context, log *activity.Log, account uuid.UUID, in InvitationInput) (*ent.Invitation, string, error) {
	return invite(ctx, log, account, invitation.KindREQUEST, in)
}

func invite(ctx context.Context, log *activity.Log, account uuid.UUID, kind invitation.Kind, in InvitationInput) (made *ent.Invitation, code string, err error) {
	wanted, err := in.read()
	if err != nil {
		return nil, "", err
	}
	ctx, viewer, code := database.In(ctx, account), access.ViewerFrom(ctx), rand.Text()
	e := activity.Event{Account: account, Code: codeOf(kind), Action: activity.Create, Section: access.AccountAccess.String(), EntityType: "Invitation", RowCount: 1}
	err = log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		s, err := lockAsSteward(ctx, tx, account)
		if err != nil {
			return err
		}
		if kind == invitation.KindOFFER {
			if _, err := wanted.of(s.actor); err != nil {
				return err
			}
		}
		if err := checkOpen(ctx, tx, account); err != nil {
			return err
		}
		made, err = tx.Invitation.Create().SetAccountID(account).SetKind(kind).SetCodeHash(hashCode(code)).
			SetMakerID(viewer.Username).SetMakerName(viewer.Name).SetLevels(wanted.levels.Stored()).SetPurpose(strings.TrimSpace(in.Purpose)).
			SetNillableLinkFrom(in.ValidFrom).SetNillableLinkUntil(in.ValidUntil).
			SetExpiresAt(time.Now().AddDate(0, 0, in.ExpiresInDays)).Save(ctx)
		if err != nil {
			return err
		}
		e.Entities, e.Authorization = []uuid.UUID{made.ID}, made.ID
		told(e, wanted.grants())
		return nil
	})
	return made, code, err
}

func codeOf(kind invitation.Kind) string {
	if kind == invitation.KindREQUEST {
		return "invite.asked"
	}
	return "invite.sent"
}

func (in InvitationInput) read() (terms, error) {
	if err := problem.CheckText("purpose", in.Purpose, 200); err != nil {
		return terms{}, err
	}
	if in.ExpiresInDays < 1 || in.ExpiresInDays > 30 {
		return terms{}, problem.Invalid("expiresInDays", "Choose 1 to 30 days.")
	}
	return readTerms(GivenLink{in.Levels, in.ValidFrom, in.ValidUntil})
}

// checkOpen keeps the list one that a person can look through.
func checkOpen(ctx context.Context, tx *activity.Tx, account uuid.UUID) error {
	n, err := tx.Invitation.Query().Where(invitation.AccountID(account), invitation.StateEQ(invitation.StateOPEN), invitation.ExpiresAtGT(time.Now())).Count(ctx)
	if err == nil && n >= mostOpen {
		return problem.New(problem.Conflict, "%d offers and requests are open. Withdraw one that is not needed first.", n)
	}
	return err
}

// Withdraw takes an invitation back that nobody has answered.
func Withdraw(ctx context.Context, log *activity.Log, account, id uuid.UUID) (*ent.Invitation, error) {
	ctx = database.In(ctx, account)
	e := activity.Event{Account: account, Code: "invite.withdrawn", Action: activity.Update, Section: access.AccountAccess.String(), EntityType: "Invitation", Entities: []uuid.UUID{id}, Authorization: id, RowCount: 1}
	var withdrawn *ent.Invitation
	err := log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		if _, err := lockAsSteward(ctx, tx, account); err != nil {
			return err
		}
		if _, err := tx.Invitation.Query().Where(invitation.ID(id), invitation.AccountID(account)).Only(ctx); err != nil {
			return err
		}
		n, err := tx.Invitation.Update().Where(invitation.ID(id), invitation.AccountID(account), invitation.StateEQ(invitation.StateOPEN)).
			SetState(invitation.StateWITHDRAWN).SetAnsweredAt(time.Now()).SetAnsweredBy(access.ViewerFrom(ctx).Name).Save(ctx)
		if err == nil && n == 0 {
			return problem.New(problem.Conflict, "This was answered, withdrawn or ran out in the meantime.")
		}
		if err != nil {
			return err
		}
		withdrawn, err = tx.Invitation.Get(ctx, id)
		return err
	})
	return withdrawn, err
}

// told says in the log what is offered or asked for; what is No Access is not.
func told(e *activity.Event, g access.Grants) {
	e.Changes = map[string]any{}
	for _, s := range access.Sections() {
		if g[s].Level > access.None {
			e.Changes[s.String()] = []any{nil, describe(g[s])}
		}
	}
}

// hashCode is what is kept of a code, however it is written: digits that are not in it are the letters
// that they look like.
func hashCode(code string) []byte {
	plain := strings.NewReplacer(" ", "", "-", "", "0", "O", "1", "I", "8", "B").Replace(strings.ToUpper(code))
	sum := sha256.Sum256([]byte(plain))
	return sum[:]
}
