package codessetup

import (
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/invoicemessage"
)

// InvoiceMessageInput is the form of an invoice message.
type InvoiceMessageInput struct {
	Title, Text string
	Active      bool
}

// InvoiceMessages is the master file of messages for invoices.
var InvoiceMessages = &file[*ent.InvoiceMessage, InvoiceMessageInput]{
	name: "INVOICE_MESSAGES", entity: "InvoiceMessage", table: invoicemessage.Table,
	store: storeOf(func(c *ent.Client) *ent.InvoiceMessageClient { return c.InvoiceMessage }),
	stored: func(m *ent.InvoiceMessage) saved[InvoiceMessageInput] {
		return saved[InvoiceMessageInput]{ID: m.ID, Version: m.Version, Key: m.NaturalKey, From: m.CopiedFrom, Form: InvoiceMessageInput{
			Title: m.Title, Text: m.Text, Active: m.Active,
		}}
	},
	blank: InvoiceMessageInput{Active: true},
	cells: func(in *InvoiceMessageInput) []cell {
		return []cell{
			needed(invoicemessage.FieldTitle, &in.Title),
			body(invoicemessage.FieldText, &in.Text),
			yes(invoicemessage.FieldActive, &in.Active),
		}
	},
	check:    func(c *check, in InvoiceMessageInput) { c.plain("title", in.Title) },
	key:      func(in InvoiceMessageInput) string { return plain(in.Title) },
	keyField: func(InvoiceMessageInput) string { return "title" },
	label:    func(in InvoiceMessageInput) (string, string) { return in.Title, in.Text },
	searched: []string{invoicemessage.FieldTitle, invoicemessage.FieldText},
}
