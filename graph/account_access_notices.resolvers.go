package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/accountaccess"
	"lanyard/internal/globalid"
)

func (r *accountResolver) Notices(ctx context.Context, obj *ent.Account) ([]*ent.Notice, error) {
	return accountaccess.Notices(ctx, r.Log, obj.ID)
}

func (r *mutationResolver) ReadNotices(ctx context.Context, account globalid.ID, id globalid.ID) (*gen.ReadNoticesPayload, error) {
	read, err := accountaccess.ReadNotices(ctx, r.Log, account.AccountID(), id.In("Notice", account.AccountID()))
	return &gen.ReadNoticesPayload{Notice: read}, err
}

func (r *noticeResolver) Sentence(ctx context.Context, obj *ent.Notice) (*string, error) {
	return ptr(accountaccess.NoticeSentence(obj)), nil
}

func (r *Resolver) Notice() gen.NoticeResolver { return &noticeResolver{r} }

type noticeResolver struct{ *Resolver }
