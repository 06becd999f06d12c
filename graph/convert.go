package graph

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoice"
	"lanyard/graph/gen"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/codessetup"
	"lanyard/internal/copycodes"
	"lanyard/internal/emergency"
	"lanyard/internal/globalid"
	"lanyard/internal/invoices"
	"lanyard/internal/page"
	"lanyard/internal/payments"
	"lanyard/internal/practicesetup"
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

// signInOf is the sign-in that asks; all zeros: nobody is signed in.
func signInOf(ctx context.Context) uuid.UUID {
	if v := access.ViewerFrom(ctx); v != nil {
		return v.SignIn
	}
	return uuid.Nil
}

// half is the answer to a right password that is not enough.
func half(started *signin.Started) *gen.SignInPayload {
	if started == nil {
		return nil
	}
	return &gen.SignInPayload{Half: started.Half}
}

// reload loads the viewer anew after the request has changed what the viewer may do; nil when
// the username is gone with its last link.
func (r *Resolver) reload(ctx context.Context) (*access.Viewer, error) {
	old := access.ViewerFrom(ctx)
	v, err := signin.Reload(ctx, r.DB, old.Username, old.SignIn)
	if errors.Is(err, signin.ErrGone) {
		cookies(ctx).Forget()
		err = nil
	}
	if err == nil {
		access.Become(ctx, v)
	}
	return v, err
}

// enteredAnew is an account as the viewer sees it after what they may do there has changed.
func (r *Resolver) enteredAnew(ctx context.Context, account globalid.ID) (*ent.Account, error) {
	if _, err := r.reload(ctx); err != nil {
		return nil, err
	}
	return practicesetup.Account(ctx, r.Log, account.AccountID())
}

func sectionAccess(levels access.Levels) []*gen.SectionAccess {
	all := make([]*gen.SectionAccess, access.SectionCount)
	for i, s := range access.Sections() {
		all[i] = &gen.SectionAccess{Section: s, Title: s.Title(), Level: levels[s]}
	}
	return all
}

// givenAccess are the sections that levels open.
func givenAccess(levels access.Levels) []*gen.SectionAccess {
	return slices.DeleteFunc(sectionAccess(levels), func(a *gen.SectionAccess) bool { return a.Level == access.None })
}

// ofPrivilege reads from the privilege that decided; nil when there is none.
func ofPrivilege[T any](e *accountaccess.Explanation, read func(*ent.Privilege) *T) *T {
	if e.Privilege == nil {
		return nil
	}
	return read(e.Privilege)
}

// ofStrike reads from the strike of a disclosure; nil when it stands.
func ofStrike[T any](d *ent.Disclosure, read func(*ent.DisclosureStrike) *T) *T {
	if d.Edges.Strike == nil {
		return nil
	}
	return read(d.Edges.Strike)
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

// args are the arguments of a page.
func args(first int, after *string) page.Args { return page.Args{First: first, After: value(after)} }

func codes(first int, after, search *string, activeOnly bool) codessetup.Query {
	return codessetup.Query{Args: args(first, after), Search: value(search), ActiveOnly: activeOnly}
}

func provenance(from *uuid.UUID, by string, at *time.Time, job *uuid.UUID) *gen.Provenance {
	if from == nil || at == nil || job == nil {
		return nil
	}
	return &gen.Provenance{From: globalid.OfAccount(*from), By: by, At: *at, Job: copyJobID(*job)}
}

// A token belongs to a username and not to an account.
func tokenID(id uuid.UUID) globalid.ID { return globalid.New("ApiToken", uuid.Nil, id) }

const copyJob = "CopyJob"

// A copy job stands in the logs of two accounts under one id.
func copyJobID(job uuid.UUID) globalid.ID { return globalid.New(copyJob, uuid.Nil, job) }

// authorizationID is the id of what an event rests on: a copy job or a find.
func authorizationID(e *ent.Event) globalid.ID {
	if strings.HasPrefix(e.Code, "codes.copy.") {
		return copyJobID(e.AuthorizationID)
	}
	return findID(e.AuthorizationID)
}

// entryID is the id of an entry of a master file.
func entryID(file codessetup.MasterFile, account, row uuid.UUID) globalid.ID {
	return globalid.New(codessetup.EntityOf(file), account, row)
}

func chosen(from uuid.UUID, in gen.CopyCodesInput) copycodes.CopyCodesInput {
	out := copycodes.CopyCodesInput{Job: in.Job.In(copyJob, uuid.Nil), IncludeCharges: in.IncludeCharges}
	for _, e := range in.Entries {
		out.Entries = append(out.Entries, copycodes.CopyEntryInput{
			File: e.File, ID: e.ID.In(codessetup.EntityOf(e.File), from), Fingerprint: e.Fingerprint, Replace: e.Replace,
		})
	}
	return out
}

// row is the row that an optional id names in an account.
func row(typ string, account uuid.UUID, id *globalid.ID) *uuid.UUID {
	if id == nil {
		return nil
	}
	return ptr(id.In(typ, account))
}

// rowID is the id of an optional row.
func rowID(typ string, account uuid.UUID, row *uuid.UUID) *globalid.ID {
	if row == nil {
		return nil
	}
	return ptr(globalid.New(typ, account, *row))
}

// value is what p points to, and the zero value for nil.
func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

func ptr[T any](v T) *T { return &v }

// named reads a stored name; an empty one is null.
func named[T any](name string, parse func(string) (T, error)) (*T, error) {
	if name == "" {
		return nil, nil //nolint:nilnil // null in the API
	}
	v, err := parse(name)
	return &v, err
}

// filled is a text, or null when it is empty.
func filled(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// known is the id, or null when it is nobody's.
func known(id globalid.ID) *globalid.ID {
	if id.Row == uuid.Nil {
		return nil
	}
	return &id
}

// ids are those of rows of an account; an account is its own, in whosever log it is named.
func ids(typ string, account uuid.UUID, rows []uuid.UUID) []*globalid.ID {
	return each(rows, func(row uuid.UUID) *globalid.ID {
		return ptr(globalid.New(typ, account, row))
	})
}

func each[T, U any](values []T, do func(T) U) []U {
	all := make([]U, len(values))
	for i, v := range values {
		all[i] = do(v)
	}
	return all
}

// found gives for each value what is known of it, and null where nothing is.
func found[T, U any](values []T, look func(T) (U, bool)) []*U {
	return each(values, func(v T) *U {
		if u, ok := look(v); ok {
			return &u
		}
		return nil
	})
}

func ledger(b *payments.Book, err error) (*payments.Payload, error) {
	return &payments.Payload{Ledger: b}, err
}

func wish(account uuid.UUID, kind invoice.Kind, sessions []*globalid.ID, message *globalid.ID) invoices.Wish {
	rows := each(sessions, func(id *globalid.ID) uuid.UUID { return id.In("ClientSession", account) })
	return invoices.Wish{Kind: kind, Sessions: rows, Message: row("InvoiceMessage", account, message)}
}

func entryIDs(entries []copycodes.EntryID) []*globalid.ID {
	return each(entries, func(e copycodes.EntryID) *globalid.ID { return ptr(entryID(e.File, e.Account, e.ID)) })
}

// batch reads the id of a batch; what is none is all zeros, which no batch has.
func batch(text string) uuid.UUID {
	id, err := uuid.Parse(text)
	if err != nil {
		return uuid.Nil
	}
	return id
}

func batchOf(text *string) *uuid.UUID {
	if text == nil {
		return nil
	}
	return ptr(batch(*text))
}

func settled(account uuid.UUID, in gen.EmergencySettingsInput) emergency.SettingsInput {
	return emergency.SettingsInput{
		Version: in.Version, Links: each(in.Links, func(id *globalid.ID) uuid.UUID { return id.In("Link", account) }),
		LongestMinutes: in.LongestMinutes, Levels: in.Levels, ContactName: in.ContactName, ContactEmail: in.ContactEmail,
	}
}

func newInvitation(made *ent.Invitation, code string, err error) (*gen.NewInvitationPayload, error) {
	if err != nil {
		return nil, err
	}
	return &gen.NewInvitationPayload{Invitation: made, Code: code}, nil
}
