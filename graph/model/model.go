// Package model names the Go types of the API's types that have no home elsewhere.
package model

import (
	"lanyard/ent/gen/ent"
	"lanyard/internal/globalid"
	"lanyard/internal/invoices"
	"lanyard/internal/page"
	"lanyard/internal/payments"
)

// Node is an object that can be fetched again by its id.
type Node interface{ GlobalID() globalid.ID }

// DiagnosisCodeConnection and its like are pages in the form that gqlgen can bind.
type (
	DiagnosisCodeConnection     struct{ *page.Page[*ent.DiagnosisCode] }
	BillingCodeConnection       struct{ *page.Page[*ent.BillingCode] }
	PayerConnection             struct{ *page.Page[*ent.Payer] }
	LocationConnection          struct{ *page.Page[*ent.Location] }
	ModifierConnection          struct{ *page.Page[*ent.Modifier] }
	ReferringProviderConnection struct {
		*page.Page[*ent.ReferringProvider]
	}
	ServiceCodeConnection    struct{ *page.Page[*ent.ServiceCode] }
	PaymentTypeConnection    struct{ *page.Page[*ent.PaymentType] }
	NoteTemplateConnection   struct{ *page.Page[*ent.NoteTemplate] }
	InvoiceMessageConnection struct {
		*page.Page[*ent.InvoiceMessage]
	}
	ClientSessionConnection   struct{ *page.Page[*ent.ClientSession] }
	InsurancePolicyConnection struct {
		*page.Page[*ent.InsurancePolicy]
	}
	AuthorizationConnection     struct{ *page.Page[*ent.Authorization] }
	SessionNoteConnection       struct{ *page.Page[*ent.SessionNote] }
	PsychotherapyNoteConnection struct {
		*page.Page[*ent.PsychotherapyNote]
	}
	DisclosureConnection struct{ *page.Page[*ent.Disclosure] }
	EventConnection      struct{ *page.Page[*ent.Event] }
	NoticeConnection     struct{ *page.Page[*ent.Notice] }
	ReviewConnection     struct{ *page.Page[*ent.Review] }
	BalanceConnection    struct{ *page.Page[*payments.Balance] }
	InvoiceConnection    struct{ *page.Page[*ent.Invoice] }
	ToInvoiceConnection  struct {
		*page.Page[*invoices.OpenClient]
	}
)

// DiagnosisCodeEdge and its like are entries with their cursors.
type (
	DiagnosisCodeEdge     = page.Edge[*ent.DiagnosisCode]
	BillingCodeEdge       = page.Edge[*ent.BillingCode]
	PayerEdge             = page.Edge[*ent.Payer]
	LocationEdge          = page.Edge[*ent.Location]
	ModifierEdge          = page.Edge[*ent.Modifier]
	ReferringProviderEdge = page.Edge[*ent.ReferringProvider]
	ServiceCodeEdge       = page.Edge[*ent.ServiceCode]
	PaymentTypeEdge       = page.Edge[*ent.PaymentType]
	NoteTemplateEdge      = page.Edge[*ent.NoteTemplate]
	InvoiceMessageEdge    = page.Edge[*ent.InvoiceMessage]
	ClientEdge            = page.Edge[*ent.Patient]
	ClientSessionEdge     = page.Edge[*ent.ClientSession]
	InsurancePolicyEdge   = page.Edge[*ent.InsurancePolicy]
	AuthorizationEdge     = page.Edge[*ent.Authorization]
	SessionNoteEdge       = page.Edge[*ent.SessionNote]
	PsychotherapyNoteEdge = page.Edge[*ent.PsychotherapyNote]
	DisclosureEdge        = page.Edge[*ent.Disclosure]
	EventEdge             = page.Edge[*ent.Event]
	NoticeEdge            = page.Edge[*ent.Notice]
	ReviewEdge            = page.Edge[*ent.Review]
	BalanceEdge           = page.Edge[*payments.Balance]
	InvoiceEdge           = page.Edge[*ent.Invoice]
	ToInvoiceEdge         = page.Edge[*invoices.OpenClient]
)
