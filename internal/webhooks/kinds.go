// Package webhooks tells other programs at once what changed in an account: signed, in order, at least once,
// with ids and no data. The log is its outbox: a webhook is a place in the feed of changes, and what comes
// after it is still to be told.
package webhooks

import (
	"io"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/access"
)

// Kind is what a webhook can be told of.
type Kind string

// The kinds.
const (
	PrivilegesChanged  Kind = "PRIVILEGES_CHANGED"
	LinkMade           Kind = "LINK_MADE"
	LinkCut            Kind = "LINK_CUT"
	Emergency          Kind = "EMERGENCY"
	ClientChanged      Kind = "CLIENT_CHANGED"
	InsuranceChanged   Kind = "INSURANCE_CHANGED"
	AppointmentChanged Kind = "APPOINTMENT_CHANGED"
	SessionChanged     Kind = "SESSION_CHANGED"
	NoteSigned         Kind = "NOTE_SIGNED"
	InvoiceGenerated   Kind = "INVOICE_GENERATED"
	InvoiceChanged     Kind = "INVOICE_CHANGED"
	PaymentPosted      Kind = "PAYMENT_POSTED"
	CodesChanged       Kind = "CODES_CHANGED"
	PracticeChanged    Kind = "PRACTICE_CHANGED"
)

// what are the events of a kind, all of one section.
type what struct {
	Kind    Kind
	Section access.Section
	Codes   []string
}

// kinds are all kinds, in the order of the menu. What is done with psychotherapy notes is none of them.
var kinds = []what{
	{PrivilegesChanged, access.AccountAccess, []string{"privilege.changed", "link.times"}},
	{LinkMade, access.AccountAccess, []string{"username.added", "link.joined", "invite.accepted"}},
	{LinkCut, access.AccountAccess, []string{"link.unlinked", "link.ended", "username.deleted", "username.offboarded"}},
	{Emergency, access.AccountAccess, []string{"emergency.started", "emergency.ended"}},
	{ClientChanged, access.Clients, []string{"client.created", "client.changed", "client.archived", "client.restored"}},
	{InsuranceChanged, access.Insurance, []string{
		"policy.added", "policy.changed", "policy.ended", "policy.resumed",
		"authorization.added", "authorization.changed", "authorization.ended", "authorization.resumed",
	}},
	{AppointmentChanged, access.Calendar, []string{
		"appointment.added", "appointment.changed", "appointment.scheduled", "appointment.kept", "appointment.missed", "appointment.cancelled",
	}},
	{SessionChanged, access.ClientSessions, []string{"session.added", "session.changed", "session.voided"}},
	{NoteSigned, access.Notes, []string{"note.signed"}},
	{InvoiceGenerated, access.Invoices, []string{"invoice.generated"}},
	{InvoiceChanged, access.Invoices, []string{
		"invoice.held", "invoice.released", "invoice.submitted", "invoice.accepted", "invoice.rejected", "invoice.voided",
	}},
	{PaymentPosted, access.Payments, []string{
		"payment.posted", "payment.allocated", "payment.refunded", "payment.reversed", "writeoff.posted", "adjustment.posted", "entry.reversed",
	}},
	{CodesChanged, access.CodesSetup, []string{"codes.added", "codes.edited", "codes.imported", "codes.copy.done", "codes.copy.undone"}},
	{PracticeChanged, access.PracticeSetup, []string{"practice.changed"}},
}

// MarshalGQL writes the kind as an enum value.
func (k Kind) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(k))) }

// UnmarshalGQL reads a kind, which the schema has checked.
func (k *Kind) UnmarshalGQL(v any) error {
	s, _ := v.(string)
	*k = Kind(s)
	return nil
}

// pairs are the kinds and their codes, as the database takes them.
func pairs() (names, codes []string) {
	for _, w := range kinds {
		for _, code := range w.Codes {
			names, codes = append(names, string(w.Kind)), append(codes, code)
		}
	}
	return names, codes
}

// Choices are the kinds that the viewer can choose in the account.
func Choices(v *access.Viewer, account uuid.UUID) []Kind {
	var all []Kind
	for _, w := range kinds {
		if access.Decide(v, account, w.Section, access.View, time.Now().UnixMicro()) {
			all = append(all, w.Kind)
		}
	}
	return slices.Clip(all)
}
