package emergency

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/emergencysettings"
	"lanyard/ent/gen/ent/link"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/form"
	"lanyard/internal/problem"
)

// The times that an owner can allow, and what is offered at first.
const (
	shortest     = 15
	longest      = 24 * 60
	defaultHours = 4
)

// SettingsInput is what an owner settles. Levels are the highest that may be opened.
type SettingsInput struct {
	Version        int
	Links          []uuid.UUID
	LongestMinutes int
	Levels         []*access.SectionLevel
	ContactName    string
	ContactEmail   string
}

// Settings are those of an account; as long as nothing was settled, nobody may open anything.
func Settings(ctx context.Context, log *activity.Log, account uuid.UUID) (*ent.EmergencySettings, error) {
	s, err := log.Reader().EmergencySettings.Query().Where(emergencysettings.AccountID(account)).Only(database.In(ctx, account))
	if ent.IsNotFound(err) {
		return &ent.EmergencySettings{AccountID: account, LongestMinutes: defaultHours * 60}, nil
	}
	return s, err
}

// SettledLevels are the highest levels that may be opened.
func SettledLevels(s *ent.EmergencySettings) access.Levels { return access.StoredLevels(s.Levels) }

// SettledAt is when it was settled last; nil: never.
func SettledAt(s *ent.EmergencySettings) *time.Time {
	if s.Version == 0 {
		return nil
	}
	return &s.ChangedAt
}

// SettingsLocked says why the viewer cannot settle anything; nil: they can.
func SettingsLocked(ctx context.Context, s *ent.EmergencySettings) *string {
	return problem.Sentence(checkOwner(ctx, s.AccountID))
}

func checkOwner(ctx context.Context, account uuid.UUID) error {
	if l := access.ViewerFrom(ctx).Link(account); l == nil || !l.Owner {
		return problem.New(problem.Forbidden, "Only the owner settles who may open what in an emergency.")
	}
	return nil
}

// Settle keeps what the owner settles. An emergency that runs goes on as it began.
func Settle(ctx context.Context, log *activity.Log, account uuid.UUID, in SettingsInput) (settled *ent.EmergencySettings, err error) {
	levels, err := in.check()
	if err != nil {
		return nil, err
	}
	ctx = database.In(ctx, account)
	e := event(account, "emergency.settings", activity.Update)
	e.EntityType, e.RowCount = "EmergencySettings", 1
	err = log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := checkOwner(ctx, account); err != nil {
			return err
		}
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		who, err := in.usernames(ctx, tx, account)
		if err != nil {
			return err
		}
		before, err := tx.EmergencySettings.Query().Where(emergencysettings.AccountID(account)).Only(ctx)
		if ent.IsNotFound(err) {
			before, err = nil, nil
		}
		if err != nil {
			return err
		}
		e.Changes = in.says(before, levels, who)
		settled, err = in.save(ctx, tx, account, before, levels)
		return err
	})
	return settled, err
}

// check gives the levels of what is in order.
func (in *SettingsInput) check() (levels access.Levels, err error) {
	in.ContactName, in.ContactEmail = strings.TrimSpace(in.ContactName), strings.TrimSpace(in.ContactEmail)
	if in.LongestMinutes < shortest || in.LongestMinutes > longest {
		return levels, problem.Invalid("longestMinutes", "Choose 15 minutes to 24 hours.")
	}
	if levels, err = access.ReadLevels(in.Levels); err != nil {
		return levels, err
	}
	for _, s := range access.Sections() {
		if levels[s] > access.None && !access.OpensInEmergencies(s) {
			return levels, problem.Invalid("levels", "%s is never opened in an emergency: it runs the account.", s.Title())
		}
	}
	if err := problem.CheckText("contactName", in.ContactName, 100); err != nil {
		return levels, err
	}
	if !form.IsEmail(in.ContactEmail) {
		return levels, problem.Invalid("contactEmail", "This is not an e-mail address.")
	}
	return levels, nil
}

// usernames are those that may. The owner needs no emergency.
func (in *SettingsInput) usernames(ctx context.Context, tx *activity.Tx, account uuid.UUID) ([]string, error) {
	links, err := tx.Link.Query().Where(link.AccountID(account), link.IDIn(in.Links...), link.EndedAtIsNil()).Order(link.ByUsernameName()).All(ctx)
	if err != nil {
		return nil, err
	}
	in.Links = nil
	var who []string
	for _, l := range links {
		if l.Owner {
			return nil, problem.Invalid("links", "The owner has Full Access already.")
		}
		in.Links, who = append(in.Links, l.ID), append(who, l.UsernameName)
	}
	return who, nil
}

// says what is settled, in the log. The contact's address is no business of the log's readers.
func (in *SettingsInput) says(before *ent.EmergencySettings, levels access.Levels, who []string) map[string]any {
	if before == nil {
		before = &ent.EmergencySettings{}
	}
	changes := says(access.StoredLevels(before.Levels), levels)
	changes["usernames"] = []any{len(before.Links), strings.Join(who, ", ")}
	if before.LongestMinutes != in.LongestMinutes {
		changes["longestMinutes"] = []any{before.LongestMinutes, in.LongestMinutes}
	}
	if before.ContactName != in.ContactName || before.ContactEmail != in.ContactEmail {
		changes["contact"] = []any{"changed"}
	}
	return changes
}

func (in *SettingsInput) save(ctx context.Context, tx *activity.Tx, account uuid.UUID, before *ent.EmergencySettings, levels access.Levels) (*ent.EmergencySettings, error) {
	if before == nil && in.Version == 0 {
		create := tx.EmergencySettings.Create().SetAccountID(account)
		in.fill(ctx, create.Mutation(), levels)
		return create.Save(ctx)
	}
	update := tx.EmergencySettings.Update().Where(emergencysettings.AccountID(account), emergencysettings.Version(in.Version)).AddVersion(1)
	in.fill(ctx, update.Mutation(), levels)
	n, err := update.Save(ctx)
	if err == nil && n == 0 {
		return nil, problem.New(problem.Conflict, "This was settled anew in the meantime. Nothing was saved.")
	}
	if err != nil {
		return nil, err
	}
	return tx.EmergencySettings.Query().Where(emergencysettings.AccountID(account)).Only(ctx)
}

func (in *SettingsInput) fill(ctx context.Context, m *ent.EmergencySettingsMutation, levels access.Levels) {
	m.SetLinks(in.Links)
	m.SetLongestMinutes(in.LongestMinutes)
	m.SetLevels(levels.Stored())
	m.SetContactName(in.ContactName)
	m.SetContactEmail(in.ContactEmail)
	m.SetChangedAt(time.Now())
	m.SetChangedBy(access.ViewerFrom(ctx).Name)
}
