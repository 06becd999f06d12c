// Package model names the Go types of the API's types that have no home elsewhere.
package model

import (
	"lanyard/ent/gen/ent"
	"lanyard/internal/globalid"
	"lanyard/internal/page"
)

// Node is an object that can be fetched again by its id.
type Node interface{ GlobalID() globalid.ID }

// DiagnosisCodeConnection and its like are pages in the form that gqlgen can bind.
type (
	DiagnosisCodeConnection struct{ *page.Page[*ent.DiagnosisCode] }
	BillingCodeConnection   struct{ *page.Page[*ent.BillingCode] }
	PayerConnection         struct{ *page.Page[*ent.Payer] }
	EventConnection         struct{ *page.Page[*ent.Event] }
)

// DiagnosisCodeEdge and its like are entries with their cursors.
type (
	DiagnosisCodeEdge = page.Edge[*ent.DiagnosisCode]
	BillingCodeEdge   = page.Edge[*ent.BillingCode]
	PayerEdge         = page.Edge[*ent.Payer]
	ClientEdge        = page.Edge[*ent.Patient]
	EventEdge         = page.Edge[*ent.Event]
)
