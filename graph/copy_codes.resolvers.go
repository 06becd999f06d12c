package graph

import (
	"context"

	"lanyard/graph/gen"
	"lanyard/internal/copycodes"
	"lanyard/internal/globalid"
)

func (r *copyCodesPayloadResolver) Job(ctx context.Context, obj *copycodes.CopyCodesPayload) (globalid.ID, error) {
	return copyJobID(obj.Job), nil
}

func (r *copyEntryResolver) ID(ctx context.Context, obj *copycodes.CopyEntry) (globalid.ID, error) {
	return globalid.New(typeOf[obj.File], obj.From, obj.ID), nil
}

func (r *copyPreviewResolver) Job(ctx context.Context, obj *copycodes.CopyPreview) (globalid.ID, error) {
	return copyJobID(obj.Job), nil
}

func (r *mutationResolver) CopyCodes(ctx context.Context, account globalid.ID, from globalid.ID, input gen.CopyCodesInput) (*copycodes.CopyCodesPayload, error) {
	return copycodes.Copy(ctx, r.Log, account.AccountID(), from.AccountID(), chosen(from.AccountID(), input))
}

func (r *queryResolver) PreviewCopyCodes(ctx context.Context, account globalid.ID, from globalid.ID, files []copycodes.MasterFile, includeCharges bool) (*copycodes.CopyPreview, error) {
	return copycodes.Preview(ctx, r.Log, account.AccountID(), from.AccountID(), files, includeCharges)
}

func (r *Resolver) CopyCodesPayload() gen.CopyCodesPayloadResolver {
	return &copyCodesPayloadResolver{r}
}

func (r *Resolver) CopyEntry() gen.CopyEntryResolver { return &copyEntryResolver{r} }

func (r *Resolver) CopyPreview() gen.CopyPreviewResolver { return &copyPreviewResolver{r} }

type (
	copyCodesPayloadResolver struct{ *Resolver }
	copyEntryResolver        struct{ *Resolver }
	copyPreviewResolver      struct{ *Resolver }
)
