// Package model names the Go types of the API's types that have no home elsewhere.
package model

import (
	"lanyard/ent/gen/ent"
	"lanyard/internal/globalid"
	"lanyard/internal/page"
)

// Node is an object that can be fetched again by its id.
type Node interface{ GlobalID() globalid.ID }

// The connections and edges of the lists.
type (
	DiagnosisCodeConnection = page.Page[*ent.DiagnosisCode]
	DiagnosisCodeEdge       = page.Edge[*ent.DiagnosisCode]
	BillingCodeConnection   = page.Page[*ent.BillingCode]
	BillingCodeEdge         = page.Edge[*ent.BillingCode]
	PayerConnection         = page.Page[*ent.Payer]
	PayerEdge               = page.Edge[*ent.Payer]
	ClientConnection        = page.Page[*ent.Patient]
	ClientEdge              = page.Edge[*ent.Patient]
	EventConnection         = page.Page[*ent.Event]
	EventEdge               = page.Edge[*ent.Event]
)
