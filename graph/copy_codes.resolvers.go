package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/gen"
	"lanyard/internal/codessetup"
	"lanyard/internal/copycodes"
	"lanyard/internal/globalid"

	"github.com/google/uuid"
)

func (r *accountResolver) RecentCopies(ctx context.Context, obj *ent.Account) ([]*copycodes.CopyJob, error) {
	return copycodes.RecentCopies(ctx, r.Log, obj.ID)
}

func (r *copyCodesPayloadResolver) Job(ctx context.Context, obj *copycodes.CopyCodesPayload) (globalid.ID, error) {
	return copyJobID(obj.Job), nil
}

func (r *copyEntryResolver) ID(ctx context.Context, obj *copycodes.CopyEntry) (globalid.ID, error) {
	return entryID(obj.File, obj.From, obj.ID), nil
}

func (r *copyEntryResolver) Needs(ctx context.Context, obj *copycodes.CopyEntry) ([]*globalid.ID, error) {
	return entryIDs(obj.Needs), nil
}

func (r *copyEntryResolver) Differing(ctx context.Context, obj *copycodes.CopyEntry) ([]*globalid.ID, error) {
	return entryIDs(obj.Differing), nil
}

func (r *copyJobResolver) ID(ctx context.Context, obj *copycodes.CopyJob) (globalid.ID, error) {
	return copyJobID(obj.ID), nil
}

func (r *copyJobResolver) From(ctx context.Context, obj *copycodes.CopyJob) (globalid.ID, error) {
	return globalid.OfAccount(obj.From), nil
}

func (r *copyPreviewResolver) Job(ctx context.Context, obj *copycodes.CopyPreview) (globalid.ID, error) {
	return copyJobID(obj.Job), nil
}

func (r *keptEntryResolver) ID(ctx context.Context, obj *copycodes.KeptEntry) (globalid.ID, error) {
	return entryID(obj.File, obj.Account, obj.ID), nil
}

func (r *mutationResolver) CopyCodes(ctx context.Context, account globalid.ID, from globalid.ID, input gen.CopyCodesInput) (*copycodes.CopyCodesPayload, error) {
	return copycodes.Copy(ctx, r.Log, account.AccountID(), from.AccountID(), chosen(from.AccountID(), input))
}

func (r *mutationResolver) UndoCopyCodes(ctx context.Context, account globalid.ID, job globalid.ID) (*copycodes.UndoCopyCodesPayload, error) {
	return copycodes.UndoCopyCodes(ctx, r.Log, account.AccountID(), job.In(copyJob, uuid.Nil))
}

func (r *queryResolver) PreviewCopyCodes(ctx context.Context, account globalid.ID, from globalid.ID, files []codessetup.MasterFile, includeCharges bool) (*copycodes.CopyPreview, error) {
	return copycodes.Preview(ctx, r.Log, account.AccountID(), from.AccountID(), files, includeCharges)
}

func (r *undoCopyCodesPayloadResolver) Job(ctx context.Context, obj *copycodes.UndoCopyCodesPayload) (globalid.ID, error) {
	return copyJobID(obj.Job), nil
}

func (r *Resolver) CopyCodesPayload() gen.CopyCodesPayloadResolver {
	return &copyCodesPayloadResolver{r}
}

func (r *Resolver) CopyEntry() gen.CopyEntryResolver { return &copyEntryResolver{r} }

func (r *Resolver) CopyJob() gen.CopyJobResolver { return &copyJobResolver{r} }

func (r *Resolver) CopyPreview() gen.CopyPreviewResolver { return &copyPreviewResolver{r} }

func (r *Resolver) KeptEntry() gen.KeptEntryResolver { return &keptEntryResolver{r} }

func (r *Resolver) UndoCopyCodesPayload() gen.UndoCopyCodesPayloadResolver {
	return &undoCopyCodesPayloadResolver{r}
}

type (
	copyCodesPayloadResolver     struct{ *Resolver }
	copyEntryResolver            struct{ *Resolver }
	copyJobResolver              struct{ *Resolver }
	copyPreviewResolver          struct{ *Resolver }
	keptEntryResolver            struct{ *Resolver }
	undoCopyCodesPayloadResolver struct{ *Resolver }
)
