package signin

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/ent/gen/ent"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/password"
	"lanyard/internal/problem"
	"lanyard/internal/sealing"
	"lanyard/internal/secondfactor"
)

// Attempt is what a proof of a password is for: it names the events.
type Attempt struct {
	// Fail is the code of the event of a failure.
	Fail string
	// FailCode is that of a wrong code of a second factor.
	FailCode string
	// Counterpart is the account from which another's password is tried; all zeros for a
	// sign-in.
	Counterpart uuid.UUID
	// Section is the section of the events; empty for a sign-in.
	Section string
	// OnlyPassword records, in place of an event by FailCode, that the password was right and its code was
	// not; it gives the answer then.
	OnlyPassword func(ctx context.Context, u *ent.Username, answer *problem.Error, reason string) error
	// AsViewer tells that whoever is signed in tries, and not the username itself.
	AsViewer bool
}

// SigningIn is the attempt to sign in.
var SigningIn = Attempt{Fail: "login.fail", FailCode: "mfa.fail"}

// Prover checks passwords.
type Prover struct {
	DB  *database.DB
	Log *activity.Log
	// Sealer opens the keys of second factors.
	Sealer sealing.Sealer
}

// Factors keeps the second factors.
func (p Prover) Factors() secondfactor.Keeper {
	return secondfactor.Keeper{DB: p.DB, Log: p.Log, Sealer: p.Sealer}
}

var errWrong = problem.New(problem.Unauthenticated, "Username or password is not right.")

// proof is the stored hash that a password was found right by.
type proof struct {
	hash string
	// isOld tells that a new hash would have other parameters.
	isOld bool
	// holdsFactor tells that the password alone proves nothing.
	holdsFactor bool
	// by is the attempt that it was found by.
	by attempt
}

// attempt is one that was counted as a failure before it was looked at.
type attempt struct {
	name string
	// known tells that the name was known in the network before: then it was not counted against that.
	known bool
	// stops is the kind of notice that it is worth if it fails: it locks the name then; nil: it does not.
	stops *string
}

// prove finds the username whose name and password these are. A wrong password and an unknown
// name get the same answer, take the same time and are throttled alike. Each failure is an
// event in the log of the account that answers for the username. Where a second factor is held, the attempt counts as
// a failure until that was proven as well: whoever knows the password could guess at it for ever.
func (p Prover) prove(ctx context.Context, name, secret string, why Attempt) (*ent.Username, *proof, error) {
	if CheckName(name) != nil { // no secret, so not worth a hash
		return nil, nil, p.refuse(ctx, uuid.Nil, why, errWrong, "wrong username or password")
	}
	found, counted, wait, err := p.reserve(ctx, name)
	if err != nil {
		return nil, nil, err
	}
	if wait != nil {
		return nil, nil, p.refuseLocked(ctx, found, why, *wait)
	}
	proven, err := p.check(ctx, found, secret)
	if err != nil { // it was not looked at, so it proves nothing against anybody
		return nil, nil, errors.Join(err, p.takeBack(context.WithoutCancel(ctx), counted))
	}
	if proven == nil {
		if err := p.tellOfGuesses(ctx, counted); err != nil {
			return nil, nil, err
		}
		return nil, nil, p.refuse(ctx, found, why, errWrong, "wrong username or password")
	}
	proven.by = counted
	if !proven.holdsFactor {
		if err := p.forgive(ctx, counted); err != nil {
			return nil, nil, err
		}
	}
	u, err := p.Log.Reader().Username.Get(database.As(ctx, found), found)
	return u, proven, err
}

// reserve finds the id of a username by its name (all zeros: there is none), and counts the
// attempt as a failure before the password is looked at: of many at once, those beyond the
// limit must not be checked. While it is locked nothing is counted, and there is a time to wait.
func (p Prover) reserve(ctx context.Context, name string) (uuid.UUID, attempt, *int, error) {
	var found *uuid.UUID
	var wait *int
	counted := attempt{name: name}
	err := p.DB.Send(database.With(ctx, database.Identity{}), func(b *pgx.Batch) {
		b.Queue(`SELECT username_named($1), wait, known, stops FROM reserve_proof($1, $2)`, name, network(ctx)).QueryRow(func(row pgx.Row) error {
			return row.Scan(&found, &wait, &counted.known, &counted.stops)
		})
	})
	if err != nil {
		return uuid.Nil, counted, nil, fmt.Errorf("look for the username: %w", err)
	}
	if found == nil {
		return uuid.Nil, counted, wait, nil
	}
	return *found, counted, wait, nil
}

// takeBack takes an attempt back: it proved nothing against anybody.
func (p Prover) takeBack(ctx context.Context, a attempt) error {
	err := p.DB.Send(database.With(ctx, database.Identity{}), func(b *pgx.Batch) {
		b.Queue(`SELECT take_back_proof($1, $2, $3)`, a.name, network(ctx), a.known)
	})
	if err != nil {
		return fmt.Errorf("take back an attempt: %w", err)
	}
	return nil
}

// forgive takes an attempt back, and all failures of its name before: everything was right.
func (p Prover) forgive(ctx context.Context, a attempt) error {
	if err := p.takeBack(ctx, a); err != nil {
		return err
	}
	return p.forget(ctx, a.name)
}

func (p Prover) forget(ctx context.Context, name string) error {
	err := p.DB.Send(database.With(ctx, database.Identity{}), func(b *pgx.Batch) {
		b.Queue(`SELECT forget_failed_proofs($1, $2)`, name, network(ctx))
	})
	if err != nil {
		return fmt.Errorf("forget failures: %w", err)
	}
	return nil
}

// network is where the request of the context comes from: whoever has one IPv6 address has a /64 of
// them.
func network(ctx context.Context) string {
	r, _ := activity.RequestFrom(ctx)
	address, err := netip.ParseAddr(r.IP)
	if err != nil {
		return ""
	}
	address = address.Unmap().WithZone("")
	if address.Is4() {
		return address.String()
	}
	return netip.PrefixFrom(address, 64).Masked().String()
}

// hashingWaits is how long a password waits for its turn to be hashed.
const hashingWaits = 5 * time.Second

var errBusy = problem.New(problem.RateLimited, "Too many people are signing in at this moment. Try again in a few seconds.").With("retryAfter", 5)

// check spends the same time whether or not there is such a username. It gives nil, and no error, for
// a wrong password.
func (p Prover) check(ctx context.Context, username uuid.UUID, secret string) (*proof, error) {
	hashing, cancel := context.WithTimeout(ctx, hashingWaits)
	defer cancel()
	proven, err := p.compare(hashing, username, secret)
	if err != nil && hashing.Err() != nil && ctx.Err() == nil {
		return nil, errBusy
	}
	return proven, err
}

func (p Prover) compare(ctx context.Context, username uuid.UUID, secret string) (*proof, error) {
	credential, err := p.Log.Reader().Credential.Get(database.As(ctx, username), username)
	if ent.IsNotFound(err) {
		return nil, password.VerifyNothing(ctx, secret)
	}
	if err != nil {
		return nil, fmt.Errorf("read the credential: %w", err)
	}
	ok, isOld, err := password.Verify(ctx, secret, credential.PasswordHash)
	if err != nil || !ok {
		return nil, err
	}
	held, err := p.holdsFactor(ctx, username)
	return &proof{hash: credential.PasswordHash, isOld: isOld, holdsFactor: held}, err
}

// tellOfGuesses tells whoever runs the account that answers for a username of an attempt that failed, where it was one too
// many (ASVS 6.3.5). A name that nobody has costs the same.
func (p Prover) tellOfGuesses(ctx context.Context, failed attempt) error {
	if failed.stops == nil {
		return nil
	}
	err := p.DB.Send(database.With(ctx, database.Identity{}), func(b *pgx.Batch) {
		b.Queue(`SELECT tell_of_guesses($1, $2)`, failed.name, *failed.stops)
	})
	if err != nil {
		return fmt.Errorf("tell of guesses: %w", err)
	}
	return nil
}

// refuse records the failure, then gives the answer.
func (p Prover) refuse(ctx context.Context, username uuid.UUID, why Attempt, answer *problem.Error, reason string) error {
	e := activity.Event{Code: why.Fail, Action: activity.Execute, Outcome: activity.Failed, Reason: reason, Section: why.Section, Counterpart: why.Counterpart}
	if err := p.nameEvent(ctx, &e, username, why); err != nil {
		return err
	}
	if err := p.Log.Store(ctx, e); err != nil {
		return fmt.Errorf("record a failed attempt: %w", err)
	}
	return answer
}

const findNamed = `SELECT name, home_account_id, my_account() FROM usernames WHERE id = me()`

// nameEvent puts the event into the log of the account that answers for the username; that of an unknown
// name goes to the log of the installation.
func (p Prover) nameEvent(ctx context.Context, e *activity.Event, username uuid.UUID, why Attempt) error {
	rows, err := p.DB.Query(database.As(ctx, username), findNamed)
	if err != nil {
		return fmt.Errorf("read the username: %w", err)
	}
	type named struct {
		Name          string
		Home, Account uuid.UUID
	}
	u, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByPos[named])
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the username: %w", err)
	}
	e.Account, e.EntityType, e.Entities = u.Account, "Username", []uuid.UUID{username}
	if !why.AsViewer {
		e.ActorID, e.ActorName, e.ActorHome = username, u.Name, u.Home
	}
	return nil
}
