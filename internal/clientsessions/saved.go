package clientsessions

import (
	"context"
	"fmt"
	"slices"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/clientsession"
	"lanyard/internal/activity"
)

// Saved is a session that was saved, and the client's others of that day: those, and that it is
// beyond what is authorized, are warnings and no refusals.
type Saved struct {
	ClientSession *ent.ClientSession
	SameDay       []*ent.ClientSession
}

// mostSameDay is how many of a day are told.
const mostSameDay = 10

// read reads the session as the database has made it, with the client's others of that day.
func (s *Saved) read(ctx context.Context, tx *activity.Tx, of *ent.ClientSession) (err error) {
	if s.ClientSession, err = find(ctx, tx.Client, of.AccountID, of.ID); err != nil {
		return err
	}
	s.SameDay, err = tx.ClientSession.Query().Where(
		clientsession.AccountID(of.AccountID), clientsession.ClientID(of.ClientID), clientsession.ServiceDate(s.ClientSession.ServiceDate),
		clientsession.IDNEQ(of.ID), clientsession.StatusNEQ(clientsession.StatusVOID),
	).Order(clientsession.ByID()).Limit(mostSameDay).WithClient().All(ctx)
	if err != nil {
		return fmt.Errorf("look for sessions of the same day: %w", err)
	}
	return nil
}

// note records that the others of that day were shown.
func (s *Saved) note(ctx context.Context) error {
	if len(s.SameDay) == 0 {
		return nil
	}
	return note(ctx, s.ClientSession.AccountID, "session.listed", s.SameDay...)
}

// VoidReason is why a session is voided. It is none of a person's words, which could be clinical.
type VoidReason string

func (r VoidReason) known() bool {
	return slices.Contains([]VoidReason{"MISTAKE", "DUPLICATE", "WRONG_CLIENT", "NOT_HELD"}, r)
}
