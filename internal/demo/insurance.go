package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/appointment"
	"lanyard/ent/gen/ent/insurancepolicy"
	"lanyard/internal/calendar"
	"lanyard/internal/demo/data"
	"lanyard/internal/globalid"
	"lanyard/internal/insurance"
)

// insure enters the policies and authorizations of those who come to each provider.
func (f *filler) insure(ctx context.Context) error {
	for i, a := range f.accounts {
		if err := f.readKept(ctx, a); err != nil {
			return fmt.Errorf("read the calendar of %s: %w", a.provider, err)
		}
		//nolint:gosec // the same policies each time is what is wanted, and nothing is kept secret by it
		m := maker{rand.New(rand.NewPCG(seed, uint64(200+i))), data.FirstNames(), data.LastNames(), data.Streets(), data.Cities()}
		for _, client := range treated(a) {
			if !m.percent(70) {
				continue
			}
			if err := f.insureOne(ctx, m, a, client); err != nil {
				return fmt.Errorf("insure a client of %s: %w", a.provider, err)
			}
		}
	}
	return nil
}

// monthsAtOnce is how much of a calendar is read at once.
const monthsAtOnce = 3

// readKept reads which appointments took place: sessions are made of them.
func (f *filler) readKept(ctx context.Context, a *account) error {
	now := time.Now()
	return f.as(ctx, a.owner, func(ctx context.Context) error {
		for from := now.AddDate(0, 0, -7*(weeksPast+2)); from.Before(now); from = from.AddDate(0, monthsAtOnce, 0) {
			found, err := calendar.List(ctx, f.log, a.id, nil, from, from.AddDate(0, monthsAtOnce, 0))
			if err != nil {
				return err
			}
			for _, ap := range found {
				if ap.Status == appointment.StatusKEPT {
					a.kept = append(a.kept, ap)
				}
			}
		}
		return nil
	})
}

// treated are those whose appointments took place, in the order of the first of them.
func treated(a *account) []uuid.UUID {
	var all []uuid.UUID
	seen := map[uuid.UUID]bool{}
	for _, ap := range a.kept {
		if !seen[ap.ClientID] {
			seen[ap.ClientID], all = true, append(all, ap.ClientID)
		}
	}
	return all
}

func (f *filler) insureOne(ctx context.Context, m maker, a *account, client uuid.UUID) error {
	return f.as(ctx, a.registrar, func(ctx context.Context) error {
		payers, err := insurance.Payers(ctx, f.log, a.id)
		if err != nil {
			return err
		}
		referring, err := insurance.Referring(ctx, f.log, a.id)
		if err != nil {
			return err
		}
		payer := draw(m, payers)
		a.insured[client] = payer.Name
		policy := m.policy(insurancepolicy.RankPRIMARY, payer)
		if len(referring) > 0 && m.percent(20) {
			policy.ReferringProvider = &draw(m, referring).NaturalKey
		}
		p, err := insurance.AddPolicy(ctx, f.log, a.id, client, policy)
		if err != nil {
			return err
		}
		if m.percent(12) {
			if _, err := insurance.AddPolicy(ctx, f.log, a.id, client, m.policy(insurancepolicy.RankSECONDARY, draw(m, payers))); err != nil {
				return err
			}
		}
		if !m.percent(55) {
			return nil
		}
		_, err = insurance.AddAuthorization(ctx, f.log, a.id, client, m.authorization(a, client, p))
		return err
	})
}

func (m maker) policy(rank insurancepolicy.Rank, payer *ent.Payer) insurance.PolicyInput {
	in := insurance.PolicyInput{
		Rank: rank, Payer: payer.NaturalKey, MemberID: fmt.Sprintf("W%09d", m.IntN(1_000_000_000)),
		Relationship: insurancepolicy.RelationshipSELF, Assignment: m.percent(95),
	}
	if m.percent(60) {
		in.GroupID = new(fmt.Sprintf("G%05d", m.IntN(100_000)))
	}
	if m.percent(25) {
		born := m.born(false)
		in.Relationship = draw(m, []insurancepolicy.Relationship{insurancepolicy.RelationshipSPOUSE, insurancepolicy.RelationshipCHILD})
		city := draw(m, m.cities)
		in.SubscriberStreet = new(fmt.Sprintf("%d %s", 1+m.IntN(980), draw(m, m.streets)))
		in.SubscriberCity, in.SubscriberState, in.SubscriberZip = &city.Name, &city.State, &city.Zip
		in.SubscriberName, in.SubscriberBirthDate = new(draw(m, m.firstNames).Name+" "+draw(m, m.lastNames)), &born
	}
	return in
}

// authorization begins with the first session and lasts half a year or more; some are nearly used up.
func (m maker) authorization(a *account, client uuid.UUID, p *ent.InsurancePolicy) insurance.AuthorizationInput {
	first, count := time.Now(), 0
	for _, ap := range a.kept {
		if ap.ClientID == client {
			count++
			if ap.Start.Before(first) {
				first = ap.Start
			}
		}
	}
	id := globalid.New("InsurancePolicy", a.id, p.ID)
	return insurance.AuthorizationInput{
		Policy: &id, Number: fmt.Sprintf("A-%06d", m.IntN(1_000_000)),
		FromDate: column.DateOf(first.AddDate(0, 0, -3)), UntilDate: column.DateOf(first.AddDate(0, 6, m.IntN(120))),
		SessionsAllowed: max(4, count+m.IntN(14)-2),
	}
}
