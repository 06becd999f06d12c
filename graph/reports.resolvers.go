package graph

import (
	"context"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/graph/gen"
	"lanyard/graph/model"
	"lanyard/internal/clients"
	"lanyard/internal/clientsessions"
	"lanyard/internal/globalid"
	"lanyard/internal/invoices"
	"lanyard/internal/notes"
	"lanyard/internal/reports"
)

func (r *accountResolver) Income(ctx context.Context, obj *ent.Account, days reports.Days, by reports.Period) (*reports.IncomeReport, error) {
	return reports.Income(ctx, r.Log, obj.ID, days, by)
}

func (r *accountResolver) SessionsByCode(ctx context.Context, obj *ent.Account, days reports.Days) (*reports.SessionsReport, error) {
	return reports.SessionsByCode(ctx, r.Log, obj.ID, days)
}

func (r *accountResolver) Ageing(ctx context.Context, obj *ent.Account, first int, after *string) (*reports.AgeingReport, error) {
	return reports.Ageing(ctx, r.Log, obj.ID, args(first, after))
}

func (r *accountResolver) ClientList(ctx context.Context, obj *ent.Account, first int, after *string) (*clients.Found, error) {
	return reports.ClientList(ctx, r.Log, obj.ID, args(first, after))
}

func (r *ageingReportResolver) Clients(ctx context.Context, obj *reports.AgeingReport) (*model.BalanceConnection, error) {
	return &model.BalanceConnection{Page: obj.Clients}, nil
}

func (r *queryResolver) ExportIncome(ctx context.Context, account globalid.ID, days reports.Days, by reports.Period, use reports.Use) (*reports.File, error) {
	return reports.ExportIncome(ctx, r.Log, account.AccountID(), days, by, use)
}

func (r *queryResolver) ExportSessionsByCode(ctx context.Context, account globalid.ID, days reports.Days, use reports.Use) (*reports.File, error) {
	return reports.ExportSessionsByCode(ctx, r.Log, account.AccountID(), days, use)
}

func (r *queryResolver) ExportAgeing(ctx context.Context, account globalid.ID, use reports.Use) (*reports.File, error) {
	return reports.ExportAgeing(ctx, r.Log, account.AccountID(), use)
}

func (r *queryResolver) ExportClientList(ctx context.Context, account globalid.ID, use reports.Use) (*reports.File, error) {
	return reports.ExportClientList(ctx, r.Log, account.AccountID(), use)
}

func (r *queryResolver) ExportStatement(ctx context.Context, account globalid.ID, client globalid.ID, use reports.Use) (*reports.File, error) {
	return reports.ExportStatement(ctx, r.Log, account.AccountID(), client.In("Client", account.AccountID()), use)
}

func (r *queryResolver) ExportSessions(ctx context.Context, account globalid.ID, client *globalid.ID, status *clientsession.Status, firstDay *column.Date, lastDay *column.Date, search *string, use reports.Use) (*reports.File, error) {
	return reports.ExportSessions(ctx, r.Log, account.AccountID(), clientsessions.Query{
		Client: row("Client", account.AccountID(), client), Status: status, From: firstDay, Until: lastDay, Search: value(search),
	}, use)
}

func (r *queryResolver) ExportAppointments(ctx context.Context, account globalid.ID, days reports.Days, client *globalid.ID, use reports.Use) (*reports.File, error) {
	return reports.ExportAppointments(ctx, r.Log, account.AccountID(), days, row("Client", account.AccountID(), client), use)
}

func (r *queryResolver) ExportNote(ctx context.Context, account globalid.ID, note globalid.ID) (*ent.SessionNote, error) {
	return notes.ExportNote(ctx, r.Log, account.AccountID(), note.In("SessionNote", account.AccountID()))
}

func (r *queryResolver) ExportClaim(ctx context.Context, account globalid.ID, claim globalid.ID) (*ent.Invoice, error) {
	return invoices.ExportClaim(ctx, r.Log, account.AccountID(), claim.In("Invoice", account.AccountID()))
}

func (r *queryResolver) ExportRecord(ctx context.Context, account globalid.ID, client globalid.ID, use reports.Use) (*reports.Record, error) {
	return reports.ExportRecord(ctx, r.Log, account.AccountID(), client.In("Client", account.AccountID()), use)
}

func (r *Resolver) AgeingReport() gen.AgeingReportResolver { return &ageingReportResolver{r} }

type ageingReportResolver struct{ *Resolver }
