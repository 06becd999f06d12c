package accountaccess

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"

	"lanyard/ent/gen/ent"
	"lanyard/ent/gen/ent/accountfind"
	"lanyard/ent/gen/ent/link"
	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
	"lanyard/internal/signin"
)

// findLasts is how long a find may be used.
const findLasts = 10 * time.Minute

// FindAccountInput is another provider's username and password.
type FindAccountInput struct {
	Username, Password string
	// Code is one of its second factor, where it has one.
	Code *string
}

// Found is the account that a username and password led to. Nothing is granted yet.
type Found struct {
	Find, Account              uuid.UUID
	ProviderName, PracticeName string
}

// FindAccount is Find Account: it proves another provider's username and password from the
// account home, and leaves a find that JoinAccount can use once. The password is stored
// nowhere.
func FindAccount(ctx context.Context, prover signin.Prover, home uuid.UUID, in FindAccountInput) (*Found, error) {
	why := signin.Attempt{Fail: "link.find.fail", Section: access.AccountAccess.String(), Counterpart: home, AsViewer: true}
	why.OnlyPassword = func(ctx context.Context, u *ent.Username, answer *problem.Error, reason string) error {
		return recordRefusal(ctx, prover.Log, home, u, answer, reason)
	}
	proven, err := prover.Prove(ctx, in.Username, in.Password, in.Code, why)
	if err != nil {
		return nil, asTyped(err)
	}
	u := proven.Username
	if err := mayConsent(ctx, prover, u); err != nil {
		if problem.As(err) == nil {
			return nil, err
		}
		return nil, recordRefusal(ctx, prover.Log, home, u, err, err.Error())
	}
	account, err := prover.Log.Reader().Account.Get(database.As(ctx, u.ID), u.HomeAccountID)
	if err != nil {
		return nil, err
	}
	find, err := leaveFind(ctx, prover.Log, home, proven)
	if err := prover.Settle(ctx, proven, why, err); err != nil {
		return nil, asTyped(err)
	}
	return &Found{find, account.ID, account.ProviderName, account.PracticeName}, nil
}

// asTyped blames the input where a proof fails: the viewer is signed in, and an answer that says
// otherwise would have its app ask for the viewer's own password.
func asTyped(err error) error {
	if refused := problem.As(err); refused != nil && refused.Code == problem.Unauthenticated {
		return problem.Invalid("password", "%s", refused.Message)
	}
	return err
}

// mayConsent refuses a username that may not let others into its account, and an account that
// the viewer has joined already.
func mayConsent(ctx context.Context, prover signin.Prover, u *ent.Username) error {
	if access.ViewerFrom(ctx).Link(u.HomeAccountID) != nil {
		return alreadyJoined()
	}
	consent, err := signin.LoadProven(ctx, prover.DB, u.ID, uuid.Nil, access.ByPassword)
	if err != nil {
		return err
	}
	if home := consent.Link(u.HomeAccountID); home != nil && home.PasskeyDue {
		return problem.New(problem.Forbidden, "That account is entered by a passkey alone, which cannot be used here. Ask its owner to link your username by consent.")
	}
	if !mayLetIn(consent, u.HomeAccountID) {
		return problem.New(problem.Forbidden, "%s may not let others into that account: it needs Full Access to Account Access there.", u.Name)
	}
	return nil
}

// recordRefusal records that a right password did not help, here and in the account that answers for its username, and
// that it was typed: its owner is told so. What it leaves cannot be used.
func recordRefusal(ctx context.Context, log *activity.Log, home uuid.UUID, u *ent.Username, refusal error, reason string) error {
	refused := activity.Event{
		Code: "link.find.fail", Action: activity.Execute, Outcome: activity.Failed, Reason: reason,
		Section: access.AccountAccess.String(), EntityType: "Username", Entities: []uuid.UUID{u.ID},
	}
	answering, err := database.Value[uuid.UUID](log.Query(database.As(ctx, u.ID), `SELECT my_account()`))
	if err != nil {
		return err
	}
	events := []activity.Event{between(refused, home, answering), between(refused, answering, home)}
	if home == answering {
		events = []activity.Event{between(refused, home, uuid.Nil)}
	}
	err = log.Change(ctx, events[0], func(ctx context.Context, tx *activity.Tx, _ *activity.Event) error {
		for _, e := range events[1:] {
			tx.Also(e)
		}
		now := time.Now()
		return newFind(tx, access.ViewerFrom(ctx), u).SetID(uuid.Must(uuid.NewV7())).SetExpiresAt(now).SetUsedAt(now).Exec(ctx)
	})
	if err != nil {
		return err // a refusal without its event is no answer
	}
	return refusal
}

// newFind is what a right password leaves.
func newFind(tx *activity.Tx, viewer *access.Viewer, u *ent.Username) *ent.AccountFindCreate {
	return tx.AccountFind.Create().SetUsernameID(viewer.Username).SetAccountID(u.HomeAccountID).
		SetConsentID(u.ID).SetConsentName(u.Name)
}

func leaveFind(ctx context.Context, log *activity.Log, home uuid.UUID, u *signin.Proven) (uuid.UUID, error) {
	viewer := access.ViewerFrom(ctx)
	id := uuid.Must(uuid.NewV7())
	found := activity.Event{
		Code: "link.find.ok", Action: activity.Execute, Section: access.AccountAccess.String(),
		EntityType: "Username", Entities: []uuid.UUID{u.ID}, Authorization: id,
	}
	err := log.Change(ctx, between(found, home, u.HomeAccountID), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		if err := u.Use(ctx, tx, e); err != nil {
			return err
		}
		there := between(found, u.HomeAccountID, home)
		there.Changes = e.Changes
		tx.Also(there)
		return newFind(tx, viewer, u.Username).SetID(id).SetExpiresAt(time.Now().Add(findLasts)).Exec(ctx)
	})
	return id, err
}

// between puts an event into one account's log, with the other as its counterpart.
func between(e activity.Event, account, counterpart uuid.UUID) activity.Event {
	e.Account, e.Counterpart = account, counterpart
	return e
}

// JoinAccount is Join Account: it links the viewer's username to the account that was found,
// with what the username whose password was given may pass on. It is done in the name of that
// username, whose consent it is: the walls ask for its rights, not for the viewer's.
func JoinAccount(ctx context.Context, prover signin.Prover, home, find uuid.UUID) (uuid.UUID, error) {
	viewer := access.ViewerFrom(ctx)
	consent, err := consentOf(ctx, prover, viewer, find)
	if err != nil {
		return uuid.Nil, err
	}
	var joined uuid.UUID
	e := activity.Event{Account: home, Code: "link.joined", Action: activity.Create, Section: access.AccountAccess.String(), EntityType: "Link", Authorization: find}
	err = prover.Log.Change(ctx, e, func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		f, err := useFind(ctx, tx, viewer, find)
		if err != nil {
			return err
		}
		self, err := tx.Username.Get(ctx, viewer.Username)
		if err != nil {
			return err
		}
		there := activity.NewID()
		l, err := join(asConsent(ctx, consent, f.AccountID), tx, joining{
			account: f.AccountID, self: self, event: there, origin: link.OriginJOINED, wanted: usual, refusal: errNoConsent(),
		}, e)
		if err != nil {
			return err
		}
		joined = f.AccountID
		e.Entities, e.Counterpart = []uuid.UUID{l.ID}, f.AccountID
		told := between(*e, f.AccountID, home)
		told.ID = there
		tx.Also(told)
		return nil
	})
	return joined, err
}

// consentOf loads the username whose password was given. What it may pass on is asked again
// within the change.
func consentOf(ctx context.Context, prover signin.Prover, viewer *access.Viewer, find uuid.UUID) (*access.Viewer, error) {
	f, err := prover.Log.Reader().AccountFind.Query().Where(accountfind.ID(find), accountfind.UsernameID(viewer.Username)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, errFindFirst()
	}
	if err != nil {
		return nil, err
	}
	consent, err := consenting(ctx, prover, f.ConsentID, f.CreatedAt, access.ByPassword)
	if errors.Is(err, signin.ErrGone) || err == nil && !mayLetIn(consent, f.AccountID) {
		return nil, errNoConsent()
	}
	if errors.Is(err, errOutdated) {
		return nil, errFindFirst()
	}
	return consent, err
}

var errOutdated = errors.New("the password has changed since, or has to be")

// lapsed tells that a consent is not worth anything any more: whoever gave it is gone, or its password.
func lapsed(err error) bool { return errors.Is(err, signin.ErrGone) || errors.Is(err, errOutdated) }

// consenting loads a username that consented at some time: by what it had proven itself with where that was all, and
// by none where it was signed in. A consent does not outlive the password that it was given with: whoever knew that one
// could have given it.
func consenting(ctx context.Context, prover signin.Prover, username uuid.UUID, at time.Time, by access.Factor) (*access.Viewer, error) {
	consent, err := signin.LoadProven(ctx, prover.DB, username, uuid.Nil, by)
	if err != nil {
		return nil, err
	}
	proof, err := prover.Log.Reader().Credential.Get(database.As(ctx, username), username)
	if err == nil && (consent.MustChangePassword || proof.ChangedAt.After(at)) {
		return nil, errOutdated
	}
	return consent, err
}

// asConsent is the context in which the consenting username acts.
func asConsent(ctx context.Context, consent *access.Viewer, account uuid.UUID) context.Context {
	return database.In(database.As(access.WithViewer(ctx, consent), consent.Username), account)
}

func useFind(ctx context.Context, tx *activity.Tx, viewer *access.Viewer, find uuid.UUID) (*ent.AccountFind, error) {
	n, err := tx.AccountFind.Update().
		Where(accountfind.ID(find), accountfind.UsernameID(viewer.Username), accountfind.UsedAtIsNil(), accountfind.ExpiresAtGT(time.Now())).
		SetUsedAt(time.Now()).Save(ctx)
	if err != nil {
		return nil, err
	}
	if n == 0 {
		return nil, errFindFirst()
	}
	return tx.AccountFind.Get(ctx, find)
}

// joining is a username on its way into an account.
type joining struct {
	account uuid.UUID
	self    *ent.Username
	// event is the one in that account's log.
	event  uuid.UUID
	origin link.Origin
	window access.Window
	// wanted is what whoever consents may give of what the link is to have.
	wanted func(consents access.Holder) (access.Grants, error)
	// refusal is what is said where whoever consents does not run the account any more.
	refusal error
}

// usual are the levels of a link for which no others were agreed on.
func usual(consents access.Holder) (access.Grants, error) { return startGrants(consents, nil) }

func join(ctx context.Context, tx *activity.Tx, j joining, e *activity.Event) (*ent.Link, error) {
	s, err := lockStaff(ctx, tx, j.account)
	if err != nil {
		return nil, err
	}
	if s.actor.Levels[access.AccountAccess] < access.Full {
		return nil, j.refusal
	}
	if s.of(j.self.ID) != nil {
		return nil, alreadyJoined()
	}
	wanted, err := j.wanted(s.actor)
	if err != nil {
		return nil, err
	}
	given(e, j.self.Name, wanted)
	if times := spoken(j.window); times != nil {
		e.Changes["times"] = []any{nil, times}
	}
	made, err := createLink(ctx, tx, newLink{
		account: j.account, username: j.self, origin: j.origin, window: j.window, by: access.ViewerFrom(ctx), event: j.event, grants: wanted,
	})
	if err != nil {
		return nil, err
	}
	return made, tellOfLink(ctx, tx, made)
}

func errFindFirst() error {
	return problem.Invalid("find", "Find the account first: what was found can be joined once, within ten minutes.")
}

func errNoConsent() error {
	return problem.New(problem.Forbidden, "The username that was found may not let others into that account any more.")
}

func alreadyJoined() error {
	return problem.New(problem.Conflict, "This account is already joined.")
}
