package graph

import (
	"context"
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/privilege"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activitylog"
	"lanyard/internal/globalid"
	"lanyard/internal/practicesetup"

	"github.com/google/uuid"
)

func (r *accountResolver) Usernames(ctx context.Context, obj *ent.Account) ([]*ent.Link, error) {
	return accountaccess.Usernames(ctx, r.Log, obj.ID)
}

func (r *linkResolver) LastUsedAt(ctx context.Context, objs []*ent.Link) ([]*time.Time, error) {
	used, err := activitylog.LastUsed(ctx, r.Log, objs[0].AccountID, each(objs, func(l *ent.Link) uuid.UUID { return l.UsernameID }))
	if err != nil {
		return nil, err
	}
	return found(objs, func(l *ent.Link) (time.Time, bool) {
		at, ok := used[l.UsernameID]
		return at, ok
	}), nil
}

func (r *linkResolver) Locked(ctx context.Context, obj *ent.Link) (*string, error) {
	return accountaccess.Locked(ctx, obj), nil
}

func (r *linkResolver) DeleteLocked(ctx context.Context, obj *ent.Link) (*string, error) {
	return accountaccess.DeleteLocked(ctx, obj), nil
}

func (r *linkResolver) PasswordLocked(ctx context.Context, obj *ent.Link) (*string, error) {
	return accountaccess.PasswordLocked(ctx, obj), nil
}

func (r *linkResolver) Privileges(ctx context.Context, obj *ent.Link) ([]*ent.Privilege, error) {
	return accountaccess.Privileges(obj), nil
}

func (r *mutationResolver) AddUsername(ctx context.Context, account globalid.ID, input accountaccess.AddUsernameInput) (*gen.AddUsernamePayload, error) {
	link, err := accountaccess.AddUsername(ctx, r.Prover, account.AccountID(), input)
	return &gen.AddUsernamePayload{Link: link}, err
}

func (r *mutationResolver) FindAccount(ctx context.Context, account globalid.ID, input accountaccess.FindAccountInput) (*gen.FindAccountPayload, error) {
	f, err := accountaccess.FindAccount(ctx, r.Prover, account.AccountID(), input)
	if err != nil {
		return nil, err
	}
	return &gen.FindAccountPayload{Find: findID(f.Find), ProviderName: f.ProviderName, PracticeName: f.PracticeName}, nil
}

func (r *mutationResolver) JoinAccount(ctx context.Context, account globalid.ID, find globalid.ID) (*gen.JoinAccountPayload, error) {
	joined, err := accountaccess.JoinAccount(ctx, r.Prover, account.AccountID(), fromFindID(find))
	if err != nil {
		return nil, err
	}
	if _, err := r.reload(ctx); err != nil {
		return nil, err
	}
	a, err := practicesetup.Account(ctx, r.Log, joined)
	return &gen.JoinAccountPayload{Account: a}, err
}

func (r *mutationResolver) LeaveAccount(ctx context.Context, account globalid.ID) (*gen.LeaveAccountPayload, error) {
	if err := accountaccess.Leave(ctx, r.Log, account.AccountID()); err != nil {
		return nil, err
	}
	viewer, err := r.reload(ctx)
	return &gen.LeaveAccountPayload{Viewer: viewer}, err
}

func (r *mutationResolver) SetPrivileges(ctx context.Context, account globalid.ID, input []*gen.SetPrivilegesInput) (*gen.SetPrivilegesPayload, error) {
	links, err := accountaccess.Save(ctx, r.Log, account.AccountID(), changes(account.AccountID(), input))
	return &gen.SetPrivilegesPayload{Links: links}, err
}

func (r *mutationResolver) DeleteUsername(ctx context.Context, account globalid.ID, link globalid.ID) (*gen.DeleteUsernamePayload, error) {
	removed, err := accountaccess.DeleteUsername(ctx, r.Log, account.AccountID(), link.In("Link", account.AccountID()))
	if err != nil {
		return nil, err
	}
	return &gen.DeleteUsernamePayload{Link: removed.Link, Deleted: removed.Deleted}, nil
}

func (r *mutationResolver) SetLinkTimes(ctx context.Context, account globalid.ID, link globalid.ID, version int, validFrom *time.Time, validUntil *time.Time) (*gen.SetLinkTimesPayload, error) {
	saved, err := accountaccess.SetTimes(ctx, r.Log, account.AccountID(), accountaccess.LinkTimes{
		Link: link.In("Link", account.AccountID()), Version: version, From: validFrom, Until: validUntil,
	})
	return &gen.SetLinkTimesPayload{Link: saved}, err
}

func (r *mutationResolver) RequirePasswordChange(ctx context.Context, account globalid.ID, link globalid.ID, reason string) (*gen.RequirePasswordChangePayload, error) {
	target, err := accountaccess.RequirePasswordChange(ctx, r.Log, account.AccountID(), link.In("Link", account.AccountID()), reason)
	return &gen.RequirePasswordChangePayload{Link: target}, err
}

func (r *presetResolver) Levels(ctx context.Context, obj *access.Preset) ([]*gen.SectionAccess, error) {
	return sectionAccess(obj.Levels), nil
}

func (r *privilegeResolver) Route(ctx context.Context, obj *ent.Privilege) (*privilege.Route, error) {
	return accountaccess.Route(obj), nil
}

func (r *privilegeResolver) Event(ctx context.Context, obj *ent.Privilege) (*globalid.ID, error) {
	if obj.EventID == nil {
		return nil, nil //nolint:nilnil // null in the API
	}
	return ptr(globalid.New("Event", obj.AccountID, *obj.EventID)), nil
}

func (r *privilegeResolver) Grantable(ctx context.Context, obj *ent.Privilege) (*access.Level, error) {
	return accountaccess.Grantable(ctx, obj), nil
}

func (r *privilegeResolver) GrantableUntil(ctx context.Context, obj *ent.Privilege) (*time.Time, error) {
	return accountaccess.GrantableUntil(ctx, obj), nil
}

func (r *Resolver) Link() gen.LinkResolver { return &linkResolver{r} }

func (r *Resolver) Preset() gen.PresetResolver { return &presetResolver{r} }

func (r *Resolver) Privilege() gen.PrivilegeResolver { return &privilegeResolver{r} }

type (
	linkResolver      struct{ *Resolver }
	presetResolver    struct{ *Resolver }
	privilegeResolver struct{ *Resolver }
)
