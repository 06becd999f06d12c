package accountaccess_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/internal/access"
	"lanyard/internal/accountaccess"
	"lanyard/internal/database"
	"lanyard/internal/dbtest"
	"lanyard/internal/problem"
)

func levels(of access.Levels) (all []*access.SectionLevel) {
	for _, s := range access.Sections() {
		if of[s] > access.None {
			all = append(all, &access.SectionLevel{Section: s, Level: of[s]})
		}
	}
	return all
}

func invited(of access.Levels) accountaccess.InvitationInput {
	return accountaccess.InvitationInput{Levels: levels(of), Purpose: "Billing in 2026", ExpiresInDays: 7}
}

// offer is one of ben's, with its code.
func (p *pair) offer(by *access.Viewer, of access.Levels) string {
	p.t.Helper()
	_, code, err := accountaccess.Offer(p.As(by), p.Log, p.ben.ID, invited(of))
	if err != nil {
		p.t.Fatal(err)
	}
	return code
}

func (p *pair) accept(v *access.Viewer, code string) error {
	_, err := accountaccess.AcceptOffer(p.As(v), p.Prover, p.anna.ID, code)
	return err
}

func refused(t *testing.T, what string, err error, want problem.Code) {
	t.Helper()
	if p := problem.As(err); p == nil || p.Code != want {
		t.Errorf("%s: %v, want %s", what, err, want)
	}
}

func codesOf(p *pair, a *dbtest.Account) (all []string) {
	for _, e := range p.Events(a.ID) {
		all = append(all, e.Code)
	}
	return all
}

// An offer gives what it says, for as long as it says, in both logs; its code is good once.
func TestAnOfferIsAcceptedOnce(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	june := p.Username(p.anna, "june", access.Everything())
	in := invited(access.Levels{access.Clients: access.View, access.Payments: access.Full})
	until := time.Now().Add(24 * time.Hour).Truncate(time.Microsecond)
	in.ValidUntil = &until
	made, code, err := accountaccess.Offer(p.As(p.ben.Owner), p.Log, p.ben.ID, in)
	if err != nil {
		t.Fatal(err)
	}
	found := dbtest.Must[*accountaccess.FoundInvitation](t)(accountaccess.FindInvitation(p.As(june), p.Prover, p.anna.ID, strings.ToLower(code[:5]+"-"+code[5:])))
	if found.MadeBy != p.ben.Owner.Name || found.ProviderName != "Dr ben" || accountaccess.FoundLevels(found)[access.Payments] != access.Full {
		t.Errorf("%+v", found)
	}
	if err := p.accept(june, code); err != nil {
		t.Fatal(err)
	}
	link := p.Reload(june.Username).Link(p.ben.ID)
	if link == nil || link.Until != until.UnixMicro() || link.Levels(time.Now().UnixMicro()) != (access.Levels{access.Clients: access.View, access.Payments: access.Full}) {
		t.Fatalf("%+v", link)
	}
	if link.Privileges[access.Payments].Until != 0 {
		t.Error("a later end of the link would not give its levels for longer")
	}
	if access.Member(p.Reload(june.Username), p.ben.ID, until.UnixMicro()) {
		t.Error("it does not end")
	}
	for _, a := range []*dbtest.Account{p.anna, p.ben} {
		got := codesOf(p, a)
		if n := len(got); got[n-1] != "invite.accepted" || !slices.Contains(got, "invite.opened") {
			t.Errorf("%v", got)
		}
	}
	events := p.Events(p.ben.ID)
	if e := events[len(events)-1]; e.Authorization != made.ID || e.Counterpart != p.anna.ID {
		t.Errorf("%+v", e)
	}
	refused(t, "a second time", p.accept(p.master, code), problem.BadUserInput)
	p.Owner(`UPDATE links SET ended_at = now() WHERE id = $1`, link.ID)
	refused(t, "again", p.accept(june, code), problem.BadUserInput)
}

// What may be given is asked when it is given, and not only when it was offered.
func TestAnOfferGivesNoMoreThanWhoOfferedItHas(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	june := p.Username(p.anna, "june", access.Everything())
	chief := p.Username(p.ben, "chief", access.Everything())
	clients := access.Levels{access.Clients: access.Full}
	_, _, err := accountaccess.Offer(p.As(chief), p.Log, p.ben.ID, invited(access.Levels{access.PsychotherapyNotes: access.View}))
	refused(t, "psychotherapy notes by another than the owner", err, problem.Forbidden)
	for name, change := range map[string]string{
		"the level is lowered":         `UPDATE privileges SET level = 1 WHERE section = 'CLIENTS' AND username_id = $1`,
		"it does not run the account":  `UPDATE privileges SET level = 1 WHERE section = 'ACCOUNT_ACCESS' AND username_id = $1`,
		"its access will end":          `UPDATE links SET valid_until = now() + interval '1 day' WHERE username_id = $1`,
		"its access has ended":         `UPDATE links SET ended_at = now() WHERE username_id = $1`,
		"its password was changed":     `UPDATE credentials SET changed_at = now() WHERE id = $1`,
		"its password must be changed": `UPDATE credentials SET change_required = 'known' WHERE id = $1`,
	} {
		p.Owner(`UPDATE privileges SET level = 2 WHERE section IN ('CLIENTS', 'ACCOUNT_ACCESS') AND username_id = $1`, chief.Username)
		p.Owner(`UPDATE links SET ended_at = NULL, valid_until = NULL WHERE username_id = $1`, chief.Username)
		p.Owner(`UPDATE credentials SET changed_at = now() - interval '1 day', change_required = NULL WHERE id = $1`, chief.Username)
		code := p.offer(chief, clients)
		p.Owner(change, chief.Username)
		refused(t, name, p.accept(june, code), problem.Forbidden)
	}
	p.Owner(`UPDATE usernames SET deleted_at = now() WHERE id = $1`, chief.Username)
	if p.Reload(june.Username).Link(p.ben.ID) != nil {
		t.Error("something was given")
	}
	refused(t, "one's own account", p.accept(p.master, p.offer(p.ben.Owner, clients)), problem.Conflict)
}

// Who may not let others in any more, for want of the second factor that their account asks for since, is no matter of
// whoever is let in: they are told so, and nothing of theirs was refused.
func TestWhoConsentsLacksASecondFactor(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	june := p.Username(p.anna, "june", access.Everything())
	code := p.offer(p.ben.Owner, access.Levels{access.Clients: access.View})
	find := dbtest.Must[*accountaccess.Found](t)(accountaccess.FindAccount(p.As(june), p.Prover, p.anna.ID, accountaccess.FindAccountInput{Username: p.ben.Owner.Name, Password: dbtest.Password}))
	p.Owner(`UPDATE accounts SET second_factor_required = true WHERE id = $1`, p.ben.ID)
	_, joined := accountaccess.JoinAccount(p.As(june), p.Prover, p.anna.ID, find.Find)
	for want, err := range map[string]error{
		"Whoever offered this may not give it any more. Ask them for a new code.":    p.accept(june, code),
		"The username that was found may not let others into that account any more.": joined,
	} {
		if refused := problem.As(err); refused == nil || refused.Code != problem.Forbidden || refused.Message != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if slices.Contains(codesOf(p, p.anna), "access.denied") {
		t.Error("june is said to have been refused")
	}
}

// A code that is wrong, run out or of the other direction gets one answer; so many, and none is looked at.
func TestWrongCodes(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	june := p.Username(p.anna, "june", access.Everything())
	run := func(code string) error {
		_, err := accountaccess.FindInvitation(p.As(june), p.Prover, p.anna.ID, code)
		return err
	}
	old, withdrawn, good := p.offer(p.ben.Owner, access.Everything()), p.offer(p.ben.Owner, access.Everything()), p.offer(p.ben.Owner, access.Everything())
	p.Owner(`UPDATE invitations SET expires_at = now() WHERE id = (SELECT id FROM invitations ORDER BY created_at LIMIT 1)`)
	all := dbtest.Must[[]*ent.Invitation](t)(accountaccess.Invitations(p.As(p.ben.Owner), p.Log, p.ben.ID))
	if _, err := accountaccess.Withdraw(p.As(p.ben.Owner), p.Log, p.ben.ID, all[1].ID); err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for _, code := range []string{old, withdrawn, "AAAA", ""} {
		err := run(code)
		refused(t, code, err, problem.BadUserInput)
		said[err.Error()] = true
	}
	if len(said) != 1 {
		t.Errorf("they are told apart: %v", said)
	}
	if err := run(good); err != nil {
		t.Error(err)
	}
	refused(t, "the fifth", run("BBBB"), problem.BadUserInput)
	refused(t, "a good one while it is locked", run(good), problem.RateLimited)
	if _, err := accountaccess.FindInvitation(p.As(p.anna.Owner), p.Prover, p.anna.ID, good); err != nil {
		t.Errorf("somebody else is locked too: %v", err)
	}
}

// Of many who accept at once one does.
func TestOneOfManyAccepts(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	code := p.offer(p.ben.Owner, access.Levels{access.Clients: access.View})
	others := []*access.Viewer{p.Username(p.anna, "june", access.Everything()), p.Username(p.anna, "kim", access.Everything()), p.Username(p.anna, "lee", access.Everything())}
	var wait sync.WaitGroup
	errs := make([]error, len(others))
	for i, v := range others {
		wait.Go(func() { errs[i] = p.accept(v, code) })
	}
	wait.Wait()
	linked := 0
	for i, v := range others {
		if p.Reload(v.Username).Link(p.ben.ID) != nil {
			linked++
		} else {
			refused(t, v.Name, errs[i], problem.BadUserInput)
		}
	}
	if linked != 1 {
		t.Errorf("%d have accepted", linked)
	}
}

// Whoever is asked lowers what was asked for, and never gives more than that or than they have.
func TestARequestIsLowered(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	june := p.Username(p.anna, "june", access.Everything())
	until := time.Now().Add(48 * time.Hour)
	in := invited(access.Levels{access.Clients: access.Full, access.PsychotherapyNotes: access.View})
	in.ValidUntil = &until
	_, code, err := accountaccess.Ask(p.As(june), p.Log, p.anna.ID, in)
	if err != nil {
		t.Fatal(err)
	}
	chief := p.Username(p.ben, "chief", access.Everything())
	give := func(by *access.Viewer, given accountaccess.GivenLink) error {
		_, err := accountaccess.AcceptRequest(p.As(by), p.Prover, p.ben.ID, code, given)
		return err
	}
	with := func(of access.Levels, until *time.Time) accountaccess.GivenLink {
		return accountaccess.GivenLink{Levels: levels(of), ValidUntil: until}
	}
	asked, later := access.Levels{access.Clients: access.Full, access.PsychotherapyNotes: access.View}, until.Add(time.Hour)
	refused(t, "more than was asked for", give(p.ben.Owner, with(access.Levels{access.Payments: access.View}, &until)), problem.BadUserInput)
	refused(t, "for longer", give(p.ben.Owner, with(asked, &later)), problem.BadUserInput)
	refused(t, "without an end", give(p.ben.Owner, with(asked, nil)), problem.BadUserInput)
	refused(t, "psychotherapy notes by another than the owner", give(chief, with(asked, &until)), problem.Forbidden)
	_, err = accountaccess.AcceptOffer(p.As(p.anna.Owner), p.Prover, p.anna.ID, code)
	refused(t, "as an offer", err, problem.BadUserInput)
	p.Owner(`UPDATE privileges SET level = 1 WHERE username_id = $1 AND section = 'ACCOUNT_ACCESS'`, june.Username)
	refused(t, "of whom may not ask any more", give(p.ben.Owner, with(asked, &until)), problem.BadUserInput)
	p.Owner(`UPDATE privileges SET level = 2 WHERE username_id = $1 AND section = 'ACCOUNT_ACCESS'`, june.Username)
	if err := give(chief, with(access.Levels{access.Clients: access.View}, &until)); err != nil {
		t.Fatal(err)
	}
	if got := p.Reload(june.Username).Link(p.ben.ID).Levels(time.Now().UnixMicro()); got != (access.Levels{access.Clients: access.View}) {
		t.Errorf("%v", got)
	}
	refused(t, "again", give(p.ben.Owner, with(asked, &until)), problem.BadUserInput)
	if got := codesOf(p, p.anna); got[len(got)-1] != "invite.accepted" {
		t.Errorf("%v", got)
	}
}

// A request of a username that is gone is answered by nobody, past the API either.
func TestARequestOfWhoIsGone(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	june := p.Username(p.anna, "june", access.Everything())
	_, code, err := accountaccess.Ask(p.As(june), p.Log, p.anna.ID, invited(access.Levels{access.Clients: access.View}))
	if err != nil {
		t.Fatal(err)
	}
	p.Owner(`UPDATE usernames SET deleted_at = now() WHERE id = $1`, june.Username)
	_, err = accountaccess.AcceptRequest(p.As(p.ben.Owner), p.Prover, p.ben.ID, code, accountaccess.GivenLink{Levels: levels(access.Levels{access.Clients: access.View})})
	refused(t, "by the API", err, problem.BadUserInput)
	conn := dbtest.Must[*pgx.Conn](t)(pgx.Connect(t.Context(), p.OwnerURL))
	defer func() { _ = conn.Close(context.Background()) }()
	hash := dbtest.Must[[]byte](t)(database.Value[[]byte](conn.Query(t.Context(), `SELECT code_hash FROM invitations`)))
	ctx := database.In(p.As(p.ben.Owner), p.ben.ID)
	tx := dbtest.Must[*database.Tx](t)(p.DB.Begin(ctx))
	defer tx.Cancel(ctx)
	if dbtest.Must[bool](t)(database.Value[bool](tx.QuerySQL(ctx, `SELECT answer_invitation($1, 'ACCEPTED')`, hash))) {
		t.Error("by the database: it is accepted")
	}
}

// What nobody answers in time is recorded once, by whichever server comes first.
func TestInvitationsExpire(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	p.offer(p.ben.Owner, access.Everything())
	p.Owner(`UPDATE invitations SET expires_at = now()`)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if err := accountaccess.ExpireInvitations(t.Context(), p.DB, p.Log); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	recorded := 0
	for _, e := range p.Events(p.ben.ID) {
		if e.Code == "invite.expired" {
			recorded++
		}
	}
	if recorded != 1 {
		t.Errorf("recorded %d times", recorded)
	}
	_, err := accountaccess.Withdraw(p.As(p.ben.Owner), p.Log, p.ben.ID, dbtest.Must[[]*ent.Invitation](t)(accountaccess.Invitations(p.As(p.ben.Owner), p.Log, p.ben.ID))[0].ID)
	refused(t, "withdrawing it", err, problem.Conflict)
	_, err = accountaccess.Withdraw(p.As(p.ben.Owner), p.Log, p.ben.ID, uuid.New())
	refused(t, "one that nobody has", err, problem.NotFound)
}

// The wall: nobody sees another account's invitations, makes them in another's name, or opens them again.
func TestWallOfInvitations(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	p.offer(p.ben.Owner, access.Everything())
	if got := dbtest.Must[[]*ent.Invitation](t)(accountaccess.Invitations(p.As(p.anna.Owner), p.Log, p.ben.ID)); len(got) > 0 {
		t.Errorf("anna sees %v", got)
	}
	viewOnly := p.Username(p.ben, "viewer", access.Levels{access.AccountAccess: access.View})
	_, _, err := accountaccess.Offer(p.As(viewOnly), p.Log, p.ben.ID, invited(access.Levels{access.AccountAccess: access.View}))
	refused(t, "by View Only", err, problem.Forbidden)
	own := dbtest.Must[[]*ent.Invitation](t)(accountaccess.Invitations(p.As(viewOnly), p.Log, p.ben.ID))
	_, err = accountaccess.Withdraw(p.As(viewOnly), p.Log, p.ben.ID, own[0].ID)
	refused(t, "withdrawn by View Only", err, problem.Forbidden)
}
