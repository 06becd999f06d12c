package invoices

import (
	"context"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/authorization"
	"lanyard/ent/gen/ent/insurancepolicy"
	"lanyard/ent/gen/ent/patient"
	"lanyard/ent/gen/ent/payer"
	"lanyard/ent/gen/ent/referringprovider"
)

// insured is what claims say beside what invoices say, by client. Without Clients or Insurance it
// is empty.
type insured struct {
	patients           map[uuid.UUID]*ent.Patient
	primary, secondary map[uuid.UUID]*ent.InsurancePolicy
	payers             map[string]*ent.Payer
	referring          map[string]*ent.ReferringProvider
	authorizations     map[uuid.UUID]*ent.Authorization
	locations          map[uuid.UUID]*ent.Location
}

func insure(ctx context.Context, db *ent.Client, account uuid.UUID, sessions []*ent.ClientSession) (insured, error) {
	in := insured{primary: map[uuid.UUID]*ent.InsurancePolicy{}, secondary: map[uuid.UUID]*ent.InsurancePolicy{}}
	clients := clientsOf(sessions)
	patients, err := db.Patient.Query().Where(patient.IDIn(clients...), patient.AccountID(account)).All(ctx)
	if err != nil {
		return in, err
	}
	in.patients = keyed(patients, func(p *ent.Patient) uuid.UUID { return p.ID })
	policies, err := db.InsurancePolicy.Query().
		Where(insurancepolicy.AccountID(account), insurancepolicy.ClientIDIn(clients...), insurancepolicy.Active(true)).All(ctx)
	if err != nil {
		return in, err
	}
	var keys, referring []string
	for _, p := range policies {
		keys = append(keys, p.Payer)
		if p.ReferringProvider != nil {
			referring = append(referring, *p.ReferringProvider)
		}
		if p.Rank == insurancepolicy.RankPRIMARY {
			in.primary[p.ClientID] = p
		} else {
			in.secondary[p.ClientID] = p
		}
	}
	payers, err := db.Payer.Query().Where(payer.AccountID(account), payer.NaturalKeyIn(keys...)).All(ctx)
	if err != nil {
		return in, err
	}
	in.payers = keyed(payers, func(p *ent.Payer) string { return p.NaturalKey })
	providers, err := db.ReferringProvider.Query().Where(referringprovider.AccountID(account), referringprovider.NaturalKeyIn(referring...)).All(ctx)
	if err != nil {
		return in, err
	}
	in.referring = keyed(providers, func(p *ent.ReferringProvider) string { return p.NaturalKey })
	if in.locations, err = locate(ctx, db, account, sessions); err != nil {
		return in, err
	}
	in.authorizations, err = authorize(ctx, db, sessions)
	return in, err
}

func authorize(ctx context.Context, db *ent.Client, sessions []*ent.ClientSession) (map[uuid.UUID]*ent.Authorization, error) {
	var ids []uuid.UUID
	for _, s := range sessions {
		if s.AuthorizationID != nil {
			ids = append(ids, *s.AuthorizationID)
		}
	}
	found, err := db.Authorization.Query().Where(authorization.IDIn(ids...)).All(ctx)
	return keyed(found, func(a *ent.Authorization) uuid.UUID { return a.ID }), err
}
