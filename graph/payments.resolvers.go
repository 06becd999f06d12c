package graph

import (
	"context"

	"lanyard/ent/gen/ent"
	"lanyard/graph/model"
	"lanyard/internal/access"
	"lanyard/internal/clientnames"
	"lanyard/internal/globalid"
	"lanyard/internal/payments"
)

func (r *accountResolver) BalancesDue(ctx context.Context, obj *ent.Account, order payments.Order, overdue bool, first int, after *string) (*model.BalanceConnection, error) {
	p, err := payments.List(ctx, r.Log, obj.ID, payments.Query{Args: args(first, after), Order: order, Overdue: overdue})
	return &model.BalanceConnection{Page: p}, err
}

func (r *accountResolver) BalanceTotals(ctx context.Context, obj *ent.Account) (*payments.Ages, error) {
	return payments.Totals(ctx, r.Log, obj.ID)
}

func (r *accountResolver) Ledger(ctx context.Context, obj *ent.Account, client globalid.ID) (*payments.Book, error) {
	return payments.Ledger(ctx, r.Log, obj.ID, client.In("Client", obj.ID))
}

func (r *accountResolver) PayingClients(ctx context.Context, obj *ent.Account, search *string, first int) ([]*ent.ClientName, error) {
	return clientnames.List(ctx, r.Log, obj.ID, access.Payments, clientnames.Query{Search: value(search), First: first, Archived: true})
}

func (r *accountResolver) PaymentMethods(ctx context.Context, obj *ent.Account) ([]*ent.PaymentType, error) {
	return payments.Methods(ctx, r.Log, obj.ID)
}

func (r *accountResolver) EntryTypes(ctx context.Context, obj *ent.Account) ([]*ent.PaymentType, error) {
	return payments.Types(ctx, r.Log, obj.ID)
}

func (r *mutationResolver) PostPayment(ctx context.Context, account globalid.ID, input payments.PaymentInput) (*payments.Payload, error) {
	return ledger(payments.PostPayment(ctx, r.Log, account.AccountID(), input))
}

func (r *mutationResolver) AllocatePayment(ctx context.Context, account globalid.ID, key string, id globalid.ID, allocations []*payments.AllocationInput) (*payments.Payload, error) {
	return ledger(payments.Allocate(ctx, r.Log, account.AccountID(), id.In("Payment", account.AccountID()), key, allocations))
}

func (r *mutationResolver) ReversePayment(ctx context.Context, account globalid.ID, id globalid.ID, reason string) (*payments.Payload, error) {
	return ledger(payments.ReversePayment(ctx, r.Log, account.AccountID(), id.In("Payment", account.AccountID()), reason))
}

func (r *mutationResolver) WriteOff(ctx context.Context, account globalid.ID, input payments.SessionInput) (*payments.Payload, error) {
	return ledger(payments.WriteOff(ctx, r.Log, account.AccountID(), input))
}

func (r *mutationResolver) AdjustBalance(ctx context.Context, account globalid.ID, input payments.SessionInput) (*payments.Payload, error) {
	return ledger(payments.Adjust(ctx, r.Log, account.AccountID(), input))
}

func (r *mutationResolver) RefundPayment(ctx context.Context, account globalid.ID, input payments.RefundInput) (*payments.Payload, error) {
	return ledger(payments.Refund(ctx, r.Log, account.AccountID(), input))
}

func (r *mutationResolver) ReverseEntry(ctx context.Context, account globalid.ID, id globalid.ID, reason string) (*payments.Payload, error) {
	return ledger(payments.ReverseEntry(ctx, r.Log, account.AccountID(), id.In("LedgerEntry", account.AccountID()), reason))
}
