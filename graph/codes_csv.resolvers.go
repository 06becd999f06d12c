package graph

import (
	"context"

	"lanyard/internal/codessetup"
	"lanyard/internal/globalid"
)

func (r *mutationResolver) ImportCodes(ctx context.Context, account globalid.ID, file codessetup.MasterFile, csv string, fingerprint string) (*codessetup.CodesImport, error) {
	return codessetup.ImportCodes(ctx, r.Log, account.AccountID(), file, csv, fingerprint)
}

func (r *queryResolver) ExportCodes(ctx context.Context, account globalid.ID, file codessetup.MasterFile) (*codessetup.CodesExport, error) {
	return codessetup.ExportCodes(ctx, r.Log, account.AccountID(), file)
}

func (r *queryResolver) PreviewImportCodes(ctx context.Context, account globalid.ID, file codessetup.MasterFile, csv string) (*codessetup.CodesImport, error) {
	return codessetup.PreviewImportCodes(ctx, r.Log, account.AccountID(), file, csv)
}
