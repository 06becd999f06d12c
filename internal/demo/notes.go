package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/column"
	"lanyard/ent/gen/ent/sessionnote"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/notes"
	"lanyard/internal/page"
	"lanyard/internal/psychotherapynotes"
)

// So many clients of each account have notes, one each so many weeks; the last few are not signed yet.
const (
	clientsWithNotes = 14
	weeksOfNotes     = 3
	unsigned         = 5
)

// writeNotes takes over a year of each provider's notes.
func (f *filler) writeNotes(ctx context.Context) error {
	for i, a := range f.accounts {
		//nolint:gosec // the same notes each time are what is wanted, and nothing is kept secret by it
		s := scribe{maker{Rand: rand.New(rand.NewPCG(seed, uint64(200+i)))}, a, time.Now()}
		err := f.as(ctx, a.owner, func(ctx context.Context) error {
			if err := notes.TakeOver(ctx, f.log, a.id, s.year()); err != nil {
				return err
			}
			return addendum(ctx, f.log, a.id)
		})
		if err != nil {
			return fmt.Errorf("write the notes of %s: %w", a.provider, err)
		}
	}
	first := f.accounts[0]
	return f.as(ctx, first.owner, func(ctx context.Context) error { return psychotherapy(ctx, f.log, first) })
}

// scribe makes up the notes of a provider.
type scribe struct {
	maker
	*account
	now time.Time
}

func (s scribe) year() (all []notes.Entry) {
	for i, client := range s.clients[:min(clientsWithNotes, len(s.clients))] {
		kinds := []sessionnote.NoteType{sessionnote.NoteTypeINTAKE, sessionnote.NoteTypeTREATMENT_PLAN}
		for week := weeksPast - s.IntN(weeksOfNotes); week > 0; week -= weeksOfNotes {
			kind := sessionnote.NoteTypePROGRESS
			if len(kinds) > 0 {
				kind, kinds = kinds[0], kinds[1:]
			}
			at := s.now.AddDate(0, 0, -7*week+s.IntN(5))
			signed := &at
			if week <= weeksOfNotes && i < unsigned {
				signed = nil
			}
			all = append(all, s.entry(client, kind, at, signed))
		}
	}
	return all
}

func (s scribe) entry(client uuid.UUID, kind sessionnote.NoteType, at time.Time, signed *time.Time) notes.Entry {
	return notes.Entry{Client: client, SignedAt: signed, NoteInput: notes.NoteInput{
		NoteType: kind, NoteDate: column.DateOf(at), Body: draw(s.maker, texts[kind]),
	}}
}

// texts are what notes say, by their type. None is about a person.
var texts = map[sessionnote.NoteType][]string{
	sessionnote.NoteTypeINTAKE: {
		"Reason for coming: trouble sleeping and worry about work for about six months.\n\nHistory: no earlier treatment. No medication.\n\nRisk: none reported.\n\nPlan: weekly sessions; treatment plan next time.",
		"Reason for coming: low mood after a move to another city.\n\nHistory: two years of counseling as a student, ended well.\n\nRisk: none reported.\n\nPlan: sessions each week for three months, then look again.",
	},
	sessionnote.NoteTypeTREATMENT_PLAN: {
		"Goals: fall asleep within half an hour on five nights a week; speak up in two meetings a month.\n\nMethods: sleep diary, graded practice.\n\nReview: after twelve sessions.",
		"Goals: one activity with others each week; fewer days spent in bed.\n\nMethods: activity plan, work on self-critical thoughts.\n\nReview: after ten sessions.",
	},
	sessionnote.NoteTypePROGRESS: {
		"Data: slept better on four nights. Diary kept.\n\nAssessment: moderate gain; worry less often in the evening.\n\nPlan: keep the diary, add a short walk before dinner.",
		"Data: one difficult meeting, prepared for and attended.\n\nAssessment: avoids less. Proud of it.\n\nPlan: plan the next one together.",
		"Data: a quiet week. Met a friend twice.\n\nAssessment: mood steady.\n\nPlan: go on as planned; review in two weeks.",
		"Data: came late after a bad night. Talked about the anniversary.\n\nAssessment: expected sadness, no risk.\n\nPlan: call if it gets worse; next session as usual.",
	},
}

// addendum adds to the newest signed note of the account.
func addendum(ctx context.Context, log *activity.Log, account uuid.UUID) error {
	status := sessionnote.StatusSIGNED
	signed, err := notes.List(ctx, log, account, notes.Query{Args: page.Args{First: 1}, Status: &status})
	if err != nil || len(signed.Nodes) == 0 {
		return err
	}
	_, err = notes.AddendNote(ctx, log, account, signed.Nodes[0].ID, "The client called the next day and moved the coming session to Thursday.")
	return err
}

// psychotherapy are two notes of the provider's own.
func psychotherapy(ctx context.Context, log *activity.Log, a *account) error {
	for i, body := range []string{"My own impatience in the last half hour. Take it to supervision.", "The image of the locked garden came back. Wait; do not interpret yet."} {
		in := psychotherapynotes.PsychotherapyNoteInput{NoteDate: column.DateOf(time.Now().AddDate(0, 0, -14*(i+1))), Body: body}
		if _, err := psychotherapynotes.WritePsychotherapyNote(ctx, log, a.id, a.clients[i], in); err != nil {
			return fmt.Errorf("write a psychotherapy note as %s: %w", access.ViewerFrom(ctx).Name, err)
		}
	}
	return nil
}
