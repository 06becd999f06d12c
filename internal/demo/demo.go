// Package demo makes a demonstration group practice: three providers, the people who work for
// them, codes, clients, appointments, insurance, client sessions and payments. All of it is invented.
// It comes about as it would in real life: the usernames sign in and do everything themselves,
// through the functions that the API calls, so that the activity log names a person for each step.
package demo

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/google/uuid"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/signin"
)

// ErrNotEmpty tells that there are accounts already: a demonstration and real work must never
// be in one database.
var ErrNotEmpty = errors.New("this database holds accounts already: a demonstration practice needs an empty one. " + anew)

const anew = "Set LANYARD_DATA to another folder, or DATABASE_URL to an empty database, and run it again"

// Fill fills an empty database with the demonstration practice and tells on progress, in a line
// a step, what it is at. It fails with ErrNotEmpty and then changes nothing. It is many
// transactions: when one of them fails, those before stay, and the error tells how far it came.
func Fill(ctx context.Context, db *database.DB, log *activity.Log, progress io.Writer) (Practice, error) {
	empty, err := db.Empty(ctx)
	if err != nil {
		return Practice{}, fmt.Errorf("look whether the database is empty: %w", err)
	}
	if !empty {
		return Practice{}, ErrNotEmpty
	}
	f := &filler{db: db, log: log, prover: signin.Prover{DB: db, Log: log}, cast: newCast()}
	if err := f.run(ctx, progress); err != nil {
		return Practice{}, f.explain(ctx, err)
	}
	return f.practice(), nil
}

// filler fills the database, step by step.
type filler struct {
	db     *database.DB
	log    *activity.Log
	prover signin.Prover
	cast
}

func (f *filler) run(ctx context.Context, progress io.Writer) error {
	steps := []struct {
		what string
		do   func(context.Context) error
	}{
		{"Creating an account for each provider", f.signUp},
		{"Filling in what invoices and claims print of the practice", f.setUp},
		{"Adding the usernames of those who work for them", f.addStaff},
		{"Joining the other accounts", f.join},
		{"Setting privileges", f.setPrivileges},
		{"Entering the ten master files in the first account", f.enterCodes},
		{"Copying the codes to the other accounts", f.copyCodes},
		{"Changing a few codes there", f.differ},
		{"Adding 200 clients to each account", f.addClients},
		{"Filling a year of each calendar", f.bookAppointments},
		{"Entering policies and authorizations", f.insure},
		{"Making client sessions of the kept appointments", f.holdSessions},
		{"Invoicing all months but this one", f.invoice},
		{"Posting what insurances and clients have paid", f.receivePayments},
		{"Writing a year of session notes", f.writeNotes},
		{"Recording what was disclosed of a few clients", f.disclose},
		{"Signing off the activity log of the last months", f.review},
		{"Signing everybody out", f.signOut},
	}
	for i, step := range steps {
		_, _ = fmt.Fprintf(progress, "%d of %d  %s\n", i+1, len(steps), step.what)
		if err := step.do(ctx); err != nil {
			return fmt.Errorf("%q, step %d of %d: %w", step.what, i+1, len(steps), err)
		}
	}
	return nil
}

// explain tells what a failure left behind, also when it was ctx that ended.
func (f *filler) explain(ctx context.Context, err error) error {
	if empty, lookErr := f.db.Empty(context.WithoutCancel(ctx)); lookErr == nil && empty {
		return fmt.Errorf("the database is still empty, the first step failed: %w", err)
	}
	return fmt.Errorf("the database now holds a part of the demonstration practice, which cannot be completed. %s. It failed at %w", anew, err)
}

// request is the context of a request that comes from here.
func request(ctx context.Context) context.Context {
	return activity.WithRequest(ctx, activity.Request{ID: uuid.NewString(), IP: "127.0.0.1", UserAgent: "lanyard demo"})
}

var errSignedOut = errors.New("the sign-in has ended")

// as runs one request of a person, as the server does: the viewer is loaded anew, and what was
// read is stored before the answer is used.
func (f *filler) as(ctx context.Context, p *person, do func(ctx context.Context) error) error {
	v, err := signin.Load(ctx, f.db, p.token)
	if err != nil {
		return err
	}
	if v == nil {
		return fmt.Errorf("%s: %w", p.username, errSignedOut)
	}
	ctx, reads := activity.WithCollector(request(access.WithViewer(ctx, v)))
	return errors.Join(do(ctx), f.log.Store(ctx, reads.Take()...))
}
