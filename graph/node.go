package graph

import (
	"context"

	"github.com/google/uuid"

	"lanyard/graph/model"
	"lanyard/internal/access"
	"lanyard/internal/accessreview"
	"lanyard/internal/accountaccess"
	"lanyard/internal/activity"
	"lanyard/internal/activitylog"
	"lanyard/internal/calendar"
	"lanyard/internal/clients"
	"lanyard/internal/clientsessions"
	"lanyard/internal/codessetup"
	"lanyard/internal/emergency"
	"lanyard/internal/globalid"
	"lanyard/internal/insurance"
	"lanyard/internal/invoices"
	"lanyard/internal/notes"
	"lanyard/internal/practicesetup"
	"lanyard/internal/problem"
	"lanyard/internal/psychotherapynotes"
	"lanyard/internal/signin"
)

// reader reads one row of an account by its id.
type reader func(ctx context.Context, log *activity.Log, account, row uuid.UUID) (model.Node, error)

// nodes are the types that node(id:) gives out; what is not here has no way in. The section
// of each is the rule of its type in the schema.
var nodes = map[string]reader{
	"Account": func(ctx context.Context, log *activity.Log, account, _ uuid.UUID) (model.Node, error) {
		return practicesetup.Account(ctx, log, account)
	},
	"Link":              as(accountaccess.Link),
	"Invitation":        as(accountaccess.Invitation),
	"Notice":            as(accountaccess.Notice),
	"Emergency":         as(emergency.One),
	"AccessReview":      as(accessreview.One),
	"DiagnosisCode":     as(codessetup.DiagnosisCodes.Get),
	"BillingCode":       as(codessetup.BillingCodes.Get),
	"Payer":             as(codessetup.Payers.Get),
	"Location":          as(codessetup.Locations.Get),
	"Modifier":          as(codessetup.Modifiers.Get),
	"ReferringProvider": as(codessetup.ReferringProviders.Get),
	"ServiceCode":       as(codessetup.ServiceCodes.Get),
	"PaymentType":       as(codessetup.PaymentTypes.Get),
	"NoteTemplate":      as(codessetup.NoteTemplates.Get),
	"InvoiceMessage":    as(codessetup.InvoiceMessages.Get),
	"Client":            as(clients.Client),
	"Disclosure":        as(clients.Disclosure),
	"Event":             as(activitylog.Event),
	"Review":            as(activitylog.Review),
	"Appointment":       as(calendar.Appointment),
	"SessionNote":       as(notes.Note),
	"PsychotherapyNote": as(psychotherapynotes.Note),
	"ClientSession":     as(clientsessions.Session),
	"InsurancePolicy":   as(insurance.Policy),
	"Authorization":     as(insurance.Authorization),
	"Invoice":           as(invoices.Invoice),
}

func as[T model.Node](read func(context.Context, *activity.Log, uuid.UUID, uuid.UUID) (T, error)) reader {
	return func(ctx context.Context, log *activity.Log, account, row uuid.UUID) (model.Node, error) {
		return read(ctx, log, account, row)
	}
}

// node reads any object by its id. The row itself is refused, and not only its fields: that
// it exists is information.
func (r *Resolver) node(ctx context.Context, id globalid.ID) (model.Node, error) {
	if id.Type == "SignIn" {
		return r.ownSignIn(ctx, id)
	}
	read, ok := nodes[id.Type]
	if !ok {
		return nil, problem.Missing()
	}
	if err := guardType(ctx, r.schema, id); err != nil {
		return nil, err
	}
	return read(ctx, r.Log, id.Account, id.Row)
}

func (r *Resolver) ownSignIn(ctx context.Context, id globalid.ID) (model.Node, error) {
	own, err := signin.List(ctx, r.Log, access.ViewerFrom(ctx))
	if err != nil {
		return nil, err
	}
	for _, s := range own {
		if s.GlobalID() == id {
			return s, nil
		}
	}
	return nil, problem.Missing()
}
