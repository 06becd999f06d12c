package accessreview

import (
	"context"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/accessdecision"
	"lanyard/ent/gen/ent/link"
	"lanyard/ent/gen/ent/privilege"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/activitylog"
	"lanyard/internal/database"
)

// Decision is what is decided of a username.
type Decision string

// The decisions.
const (
	Keep   Decision = "KEEP"
	Change Decision = "CHANGE"
	Remove Decision = "REMOVE"
)

// Gap is why nothing is decided of a username.
type Gap string

// The gaps.
const (
	Undecided Gap = "UNDECIDED"
	Own       Gap = "OWN"
)

// Item is a username within a review. As JSON it is what a finished review keeps.
type Item struct {
	Account    uuid.UUID         `json:"-"`
	Link       uuid.UUID         `json:"link"`
	Version    int               `json:"version"`
	Username   string            `json:"username"`
	Owner      bool              `json:"owner,omitempty"`
	Since      time.Time         `json:"since"`
	ValidUntil *time.Time        `json:"validUntil,omitempty"`
	Held       map[string]string `json:"levels"`
	SetBy      string            `json:"setBy"`
	SetAt      *time.Time        `json:"setAt,omitempty"`
	LastUsedAt *time.Time        `json:"lastUsedAt,omitempty"`
	Unused     *bool             `json:"unused,omitempty"`
	Decision   *Decision         `json:"decision,omitempty"`
	DecidedBy  *string           `json:"decidedBy,omitempty"`
	DecidedAt  *time.Time        `json:"decidedAt,omitempty"`
	Open       *Gap              `json:"open,omitempty"`
}

// OwningAccount is the account that the username may enter.
func (i *Item) OwningAccount() uuid.UUID { return i.Account }

// Levels are those that it holds, section by section.
func (i *Item) Levels() access.Levels { return access.StoredLevels(i.Held) }

// Preset is the ready-made set that its levels are; nil: another one.
func (i *Item) Preset() *string {
	for _, p := range access.Presets() {
		if p.Levels == i.Levels() {
			return &p.Title
		}
	}
	return nil
}

// Items are the usernames of a review: while it is open as they are now, and then as they were.
func Items(ctx context.Context, log *activity.Log, r *ent.AccessReview) ([]*Item, error) {
	ctx = database.In(ctx, r.AccountID)
	if r.FinishedAt != nil {
		return found(ctx, log, r)
	}
	return within(ctx, log, log.Reader(), r)
}

// within are the items of an open review as db sees them.
func within(ctx context.Context, log *activity.Log, db *ent.Client, r *ent.AccessReview) ([]*Item, error) {
	links, err := linksOf(ctx, db, r)
	if err != nil {
		return nil, err
	}
	used, err := usesOf(ctx, log, links)
	if err != nil {
		return nil, err
	}
	return itemsOf(ctx, db, r, links, used)
}

// linksOf are the links of a review: those that have not ended, and those that did since it began.
func linksOf(ctx context.Context, db *ent.Client, r *ent.AccessReview) ([]*ent.Link, error) {
	return db.Link.Query().
		Where(link.AccountID(r.AccountID), link.Or(link.EndedAtIsNil(), link.EndedAtGTE(r.StartedAt))).
		WithPrivileges(func(q *ent.PrivilegeQuery) { q.Where(privilege.SourceEQ(privilege.SourceGIVEN)) }).
		Order(link.ByUsernameName(), link.ByID()).All(ctx)
}

// usesOf tells when each username was last used in the account; nil: the viewer may not know.
func usesOf(ctx context.Context, log *activity.Log, links []*ent.Link) (map[uuid.UUID]time.Time, error) {
	if len(links) == 0 || !access.Decide(access.ViewerFrom(ctx), links[0].AccountID, access.ActivityLog, access.View, time.Now().UnixMicro()) {
		return nil, nil //nolint:nilnil // not to know is an answer
	}
	usernames := make([]uuid.UUID, len(links))
	for i, l := range links {
		usernames[i] = l.UsernameID
	}
	return activitylog.LastUsed(ctx, log, links[0].AccountID, usernames)
}

func itemsOf(ctx context.Context, db *ent.Client, r *ent.AccessReview, links []*ent.Link, used map[uuid.UUID]time.Time) ([]*Item, error) {
	decisions, err := db.AccessDecision.Query().Where(accessdecision.ReviewID(r.ID), accessdecision.AccountID(r.AccountID)).All(ctx)
	if err != nil {
		return nil, err
	}
	viewer, items := access.ViewerFrom(ctx), make([]*Item, len(links))
	for i, l := range links {
		items[i] = itemOf(l, time.Now())
		items[i].use(l, used, time.Now())
		items[i].decide(l, decisions)
		if items[i].Decision == nil {
			items[i].Open = new(gapOf(l, viewer))
		}
	}
	return items, nil
}

func gapOf(l *ent.Link, viewer *access.Viewer) Gap {
	if l.UsernameID == viewer.Username {
		return Own
	}
	return Undecided
}

func itemOf(l *ent.Link, now time.Time) *Item {
	item := &Item{
		Account: l.AccountID, Link: l.ID, Version: l.Version, Username: l.UsernameName, Owner: l.Owner,
		Since: l.CreatedAt.UTC(), ValidUntil: utc(l.ValidUntil),
	}
	var levels access.Levels
	for _, p := range l.Edges.Privileges {
		if access.NewWindow(p.ValidFrom, p.ValidUntil).Includes(now.UnixMicro()) {
			levels[p.Section] = p.Level
		}
		if item.SetAt == nil || p.GrantedAt.After(*item.SetAt) {
			item.SetBy, item.SetAt = p.GrantedByName, utc(&p.GrantedAt)
		}
	}
	item.Held = levels.Stored()
	return item
}

// unusedAfter is how many days without use are told.
const unusedAfter = 90

// use fills in when the username was last used, where the viewer may know.
func (i *Item) use(l *ent.Link, used map[uuid.UUID]time.Time, now time.Time) {
	if used == nil {
		return
	}
	last := i.Since
	if at, ok := used[l.UsernameID]; ok {
		i.LastUsedAt = utc(&at)
		last = at
	}
	i.Unused = new(last.Before(now.AddDate(0, 0, -unusedAfter)))
}

// decide fills in what was decided of the link as it is: what changed since asks for another decision.
func (i *Item) decide(l *ent.Link, decisions []*ent.AccessDecision) {
	if l.EndedAt != nil {
		i.Decision, i.DecidedBy, i.DecidedAt = new(Remove), &l.EndedBy, utc(l.EndedAt)
		return
	}
	for _, d := range decisions {
		if d.LinkID == l.ID && d.Version == l.Version {
			i.Decision, i.DecidedBy, i.DecidedAt = new(Decision(d.Kind)), &d.DecidedBy, utc(&d.DecidedAt)
		}
	}
}

func utc(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	return new(t.UTC())
}
