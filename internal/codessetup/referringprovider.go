package codessetup

import (
	"strings"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/referringprovider"
)

// ReferringProviderInput is the form of a referring provider.
type ReferringProviderInput struct {
	Name                        string
	Credential, Npi, Phone, Fax *string
	Active                      bool
}

// ReferringProviders is the master file of referring providers. It knows no client.
var ReferringProviders = &file[*ent.ReferringProvider, ReferringProviderInput]{
	name: "REFERRING_PROVIDERS", entity: "ReferringProvider", table: referringprovider.Table,
	store: storeOf(func(c *ent.Client) *ent.ReferringProviderClient { return c.ReferringProvider }),
	stored: func(r *ent.ReferringProvider) saved[ReferringProviderInput] {
		return saved[ReferringProviderInput]{ID: r.ID, Version: r.Version, Key: r.NaturalKey, From: r.CopiedFrom, Form: ReferringProviderInput{
			Name: r.Name, Credential: given(r.Credential), Npi: given(r.Npi), Phone: given(r.Phone), Fax: given(r.Fax), Active: r.Active,
		}}
	},
	blank: ReferringProviderInput{Active: true},
	cells: func(in *ReferringProviderInput) []cell {
		return []cell{
			needed(referringprovider.FieldName, &in.Name),
			optional(referringprovider.FieldCredential, &in.Credential),
			npi(referringprovider.FieldNpi, &in.Npi),
			optional(referringprovider.FieldPhone, &in.Phone),
			optional(referringprovider.FieldFax, &in.Fax),
			yes(referringprovider.FieldActive, &in.Active),
		}
	},
	check:    func(c *check, in ReferringProviderInput) { c.plain("name", in.Name) },
	key:      ReferringProviderInput.key,
	keyField: ReferringProviderInput.keyField,
	label: func(in ReferringProviderInput) (string, string) {
		return in.Name, strings.Join(there(value(in.Credential), value(in.Npi)), ", ")
	},
	searched: []string{referringprovider.FieldName, referringprovider.FieldNpi},
}

// key is the NPI, and the plain name of a provider without one.
func (in ReferringProviderInput) key() string {
	if in.Npi != nil {
		return "NPI " + *in.Npi
	}
	return "NAME " + plain(in.Name)
}

func (in ReferringProviderInput) keyField() string {
	if in.Npi != nil {
		return "npi"
	}
	return "name"
}
