package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/accountaccess"
	"lanyard/internal/globalid"
)

func (r *accountResolver) Notices(ctx context.Context, obj *ent.Account, first int, after *string) (*model.NoticeConnection, error) {
	p, err := accountaccess.Notices(ctx, r.Log, obj.ID, args(first, after))
	return &model.NoticeConnection{Page: p}, err
}

func (r *mutationResolver) ReadNotices(ctx context.Context, account globalid.ID, id globalid.ID) (*gen.ReadNoticesPayload, error) {
	read, err := accountaccess.ReadNotices(ctx, r.Log, account.AccountID(), id.In("Notice", account.AccountID()))
	return &gen.ReadNoticesPayload{Notice: read}, err
}

func (r *noticeResolver) Sentence(ctx context.Context, obj *ent.Notice) (*string, error) {
	return ptr(accountaccess.NoticeSentence(obj)), nil
}

func (r *noticeConnectionResolver) Edges(ctx context.Context, obj *model.NoticeConnection) ([]*model.NoticeEdge, error) {
	return obj.Edges(), nil
}

func (r *Resolver) Notice() gen.NoticeResolver { return &noticeResolver{r} }

func (r *Resolver) NoticeConnection() gen.NoticeConnectionResolver {
	return &noticeConnectionResolver{r}
}

type (
	noticeResolver           struct{ *Resolver }
	noticeConnectionResolver struct{ *Resolver }
)
