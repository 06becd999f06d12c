package demo

import (
	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
)

const (
	practiceName = "Juniper Street Counseling"
	timeZone     = "America/New_York"
)

// person is a username of the practice.
type person struct {
	username, password, purpose string
	// token is that of the person's sign-in.
	token string
}

// account is a provider's account with its owner.
type account struct {
	id              uuid.UUID
	provider, email string
	owner           *person
	// registrar is who adds the clients and keeps the calendar.
	registrar *person
	// clients are those who are treated now.
	clients []uuid.UUID
	// kept are the appointments that took place, and insured the payer of each who has a policy.
	kept    []*ent.Appointment
	insured map[uuid.UUID]string
}

// member is somebody who works for the providers.
type member struct {
	*person
	// accounts is how many accounts the member works in: the first, the first two, or all.
	accounts int
	// preset names the access levels; empty: those that everybody starts with.
	preset string
	// days is how long the access lasts; 0: until it is taken away.
	days int
}

// cast is who there is.
type cast struct {
	accounts                           []*account
	master, biller, frontDesk, auditor *member
}

func newCast() cast {
	provider := func(username, name, purpose string) *account {
		owner := newPerson(username, name+": "+purpose)
		return &account{provider: name, email: username + "@example.com", owner: owner, registrar: owner, insured: map[uuid.UUID]string{}}
	}
	c := cast{
		accounts: []*account{
			provider("amara.okafor", "Dr. Amara Okafor", "owner of the first account, where the codes were entered."),
			provider("helen.lindqvist", "Dr. Helen Lindqvist", "owner of the second account, which the codes were copied to."),
			provider("marisol.reyes", "Dr. Marisol Reyes", "owner of the third account, which the codes were copied to."),
		},
		master: &member{newPerson("june.master", "Master username: all three accounts, everything but psychotherapy notes."), 3, "", 0},
		biller: &member{newPerson("ann.billing", "Billing service: all three accounts, no notes, sees clients."), 3, "BILLING_SERVICE", 0},
		frontDesk: &member{
			newPerson("theo.frontdesk", "Front desk: the first two accounts, clients, calendar and insurance."), 2, "FRONT_DESK", 0,
		},
		auditor: &member{newPerson("ivy.auditor", "Auditor: all three accounts, sees and changes nothing, for 90 days."), 3, "AUDITOR", 90},
	}
	for _, a := range c.accounts[:c.frontDesk.accounts] {
		a.registrar = c.frontDesk.person
	}
	return c
}

func newPerson(username, purpose string) *person {
	return &person{username: username, password: passphrase(), purpose: purpose}
}

// staff is everybody but the providers.
func (c cast) staff() []*member {
	return []*member{c.master, c.biller, c.frontDesk, c.auditor}
}

// people is everybody.
func (c cast) people() []*person {
	var all []*person
	for _, a := range c.accounts {
		all = append(all, a.owner)
	}
	for _, m := range c.staff() {
		all = append(all, m.person)
	}
	return all
}

// preset finds the levels of a preset by its name.
func preset(name string) (access.Preset, bool) {
	for _, p := range access.Presets() {
		if p.Name == name {
			return p, true
		}
	}
	return access.Preset{}, false
}
