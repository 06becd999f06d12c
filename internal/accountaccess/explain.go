package accountaccess

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/privilege"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
)

// Explanation is a verdict with the privilege that decided it.
type Explanation struct {
	access.Verdict
	Privilege *ent.Privilege
	// As is the username that is looked as; empty: the viewer is told of themself.
	As string
	// Hidden tells that whoever looks may not see what the seen username may.
	Hidden      bool
	WhoCanGrant []string
}

// Explain says why the viewer can or cannot do something in an account.
func Explain(ctx context.Context, log *activity.Log, account uuid.UUID, section access.Section, need access.Level) (*Explanation, error) {
	ctx = database.In(ctx, account)
	e := judge(access.ViewerFrom(ctx), account, section, need, time.Now().UnixMicro())
	if e.Link == nil {
		return e, nil
	}
	source := privilege.SourceGIVEN
	if e.Opened {
		source = privilege.SourceEMERGENCY
	}
	var err error
	e.Privilege, err = log.Reader().Privilege.Query().
		Where(privilege.AccountID(account), privilege.LinkID(e.Link.ID), privilege.SectionEQ(section), privilege.SourceEQ(source)).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return nil, err
	}
	if e.As != "" {
		return e, nil
	}
	e.WhoCanGrant, err = stewards(ctx, log, section, need)
	return e, err
}

// judge explains what the viewer may do, and in a view what the seen username may.
func judge(v *access.Viewer, account uuid.UUID, section access.Section, need access.Level, now int64) *Explanation {
	if !v.Looking() {
		return &Explanation{Verdict: access.Explain(v, account, section, need, now)}
	}
	seen := &access.Viewer{Links: []access.Link{*v.Look.Seen}}
	return &Explanation{
		Verdict: access.Explain(seen, account, section, need, now),
		As:      v.Look.Name,
		Hidden:  access.Decide(seen, account, section, access.View, now) && !access.Decide(v, account, section, access.View, now),
	}
}

// stewards are the usernames that can give the viewer the level in the account of ctx. Everybody who
// is linked to it may know whom to ask.
func stewards(ctx context.Context, log *activity.Log, section access.Section, need access.Level) ([]string, error) {
	rows, err := log.Query(ctx, `SELECT name FROM stewards($1, $2)`, section.String(), int(need))
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}

// Sentence says the verdict to a person.
func (e *Explanation) Sentence() string {
	what := e.Section.Title()
	if e.As != "" {
		return e.seen()
	}
	switch e.Reason {
	case access.LevelSufficient, access.ByEmergency:
		return e.held() + "."
	case access.NotLinked:
		return "You are not linked to this account."
	case access.PasswordDue:
		return "Change your password first."
	case access.FactorDue:
		if e.Link.PasskeyDue {
			return "This account asks for a passkey. Use yours in My Access, or make one there, and you can enter."
		}
		return "This account asks for a second factor. Set one up in My Access, and you can enter."
	case access.LinkNotBegun, access.PrivilegeAhead:
		return fmt.Sprintf("Your access to %s has not begun yet. %s", what, e.ask())
	case access.LinkOver, access.PrivilegeOver:
		return fmt.Sprintf("Your access to %s is over. %s", what, e.ask())
	case access.NoLevel, access.LevelTooLow:
	}
	return fmt.Sprintf("%s, and %s is needed. %s", e.held(), e.Need.Title(), e.ask())
}

func (e *Explanation) seen() string {
	if access.MostInView(e.Section) == access.None {
		return fmt.Sprintf("A view as another username never shows %s.", e.Section.Title())
	}
	said := fmt.Sprintf("%s has %s to %s.", e.As, e.Held.Title(), e.Section.Title())
	if e.Hidden {
		said += " You may not see it yourself."
	}
	return said
}

func (e *Explanation) held() string {
	said := fmt.Sprintf("You have %s to %s", e.Held.Title(), e.Section.Title())
	if e.Opened {
		said += " by your emergency access, until it ends"
	}
	return said
}

func (e *Explanation) ask() string {
	if len(e.WhoCanGrant) == 0 {
		return "Ask the owner of the account."
	}
	return "Ask " + strings.Join(e.WhoCanGrant, " or ") + "."
}
