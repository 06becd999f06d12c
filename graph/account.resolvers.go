package graph

import (
	"context"
	"time"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
)

func (r *accessExplanationResolver) GrantedBy(ctx context.Context, obj *accountaccess.Explanation) (*string, error) {
	return ofPrivilege(obj, func(p *ent.Privilege) *string { return &p.GrantedByName }), nil
}

func (r *accessExplanationResolver) GrantedAt(ctx context.Context, obj *accountaccess.Explanation) (*time.Time, error) {
	return ofPrivilege(obj, func(p *ent.Privilege) *time.Time { return &p.GrantedAt }), nil
}

func (r *accessExplanationResolver) GrantReason(ctx context.Context, obj *accountaccess.Explanation) (*string, error) {
	return ofPrivilege(obj, func(p *ent.Privilege) *string { return &p.Reason }), nil
}

func (r *accessExplanationResolver) ValidFrom(ctx context.Context, obj *accountaccess.Explanation) (*time.Time, error) {
	return ofPrivilege(obj, func(p *ent.Privilege) *time.Time { return p.ValidFrom }), nil
}

func (r *accessExplanationResolver) ValidUntil(ctx context.Context, obj *accountaccess.Explanation) (*time.Time, error) {
	return ofPrivilege(obj, func(p *ent.Privilege) *time.Time { return p.ValidUntil }), nil
}

func (r *accountResolver) MyAccess(ctx context.Context, obj *ent.Account) ([]*gen.SectionAccess, error) {
	return sectionAccess(access.ViewerFrom(ctx).Shown(obj.ID, time.Now().UnixMicro())), nil
}

func (r *accountResolver) ExplainAccess(ctx context.Context, obj *ent.Account, section access.Section, level access.Level) (*accountaccess.Explanation, error) {
	return accountaccess.Explain(ctx, r.Log, obj.ID, section, level)
}

func (r *Resolver) AccessExplanation() gen.AccessExplanationResolver {
	return &accessExplanationResolver{r}
}

func (r *Resolver) Account() gen.AccountResolver { return &accountResolver{r} }

type (
	accessExplanationResolver struct{ *Resolver }
	accountResolver           struct{ *Resolver }
)
