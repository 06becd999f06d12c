package graph

import (
	"context"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/globalid"
	"lanyard/internal/signin"
)

// keep hands a new sign-in to the browser; the rest of the request is the new viewer's.
func (r *Resolver) keep(ctx context.Context) func(*signin.Granted, error) (*access.Viewer, error) {
	return func(g *signin.Granted, err error) (*access.Viewer, error) {
		if err != nil {
			return nil, err
		}
		cookies(ctx).Keep(g.Token, g.ExpiresAt)
		access.Become(ctx, g.Viewer)
		return g.Viewer, nil
	}
}

// reload loads the viewer anew after the request has changed what the viewer may do.
func (r *Resolver) reload(ctx context.Context) error {
	old := access.ViewerFrom(ctx)
	v, err := signin.Reload(ctx, r.DB, old.Username, old.SignIn)
	if err == nil {
		access.Become(ctx, v)
	}
	return err
}

func sectionAccess(levels access.Levels) []*gen.SectionAccess {
	all := make([]*gen.SectionAccess, access.SectionCount)
	for i, s := range access.Sections() {
		all[i] = &gen.SectionAccess{Section: s, Title: s.Title(), Level: levels[s]}
	}
	return all
}

// ofPrivilege reads from the privilege that decided; nil when there is none.
func ofPrivilege[T any](e *accountaccess.Explanation, read func(*ent.Privilege) *T) *T {
	if e.Privilege == nil {
		return nil
	}
	return read(e.Privilege)
}

func changes(account uuid.UUID, input []*gen.SetPrivilegesInput) []accountaccess.SetPrivileges {
	all := make([]accountaccess.SetPrivileges, len(input))
	for i, in := range input {
		all[i] = accountaccess.SetPrivileges{Link: in.Link.In("Link", account), Version: in.Version, Levels: in.Levels, Reason: in.Reason}
	}
	return all
}

// A find belongs to a username and not to an account.
func findID(id uuid.UUID) globalid.ID { return globalid.New("AccountFind", uuid.Nil, id) }

func fromFindID(id globalid.ID) uuid.UUID { return id.In("AccountFind", uuid.Nil) }

func pointers[T any](values []T) []*T {
	all := make([]*T, len(values))
	for i := range values {
		all[i] = &values[i]
	}
	return all
}
