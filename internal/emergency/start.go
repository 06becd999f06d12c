package emergency

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"lanyard/internal/access"
	"lanyard/internal/activity"
	"lanyard/internal/database"
	"lanyard/internal/problem"
)

// Offer is what the viewer may open in an emergency, as the owner has settled it.
type Offer struct {
	LongestMinutes int
	Levels         access.Levels
}

// Offered is what the viewer may open in an account in an emergency; nil: nothing.
func Offered(ctx context.Context, log *activity.Log, account uuid.UUID) (*Offer, error) {
	return readOffer(log.Query(database.In(ctx, account), settled))
}

const settled = `SELECT longest_minutes, levels FROM my_emergency_settings()`

func readOffer(rows pgx.Rows, err error) (*Offer, error) {
	if err != nil {
		return nil, err
	}
	o, err := pgx.CollectExactlyOneRow(rows, func(row pgx.CollectableRow) (*Offer, error) {
		var o Offer
		var levels map[string]string
		err := row.Scan(&o.LongestMinutes, &levels)
		o.Levels = access.StoredLevels(levels)
		return &o, err
	})
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil //nolint:nilnil // nothing is offered: null in the API
	}
	return o, err
}

// Input is what somebody opens, why and for how long.
type Input struct {
	Reason  string
	Levels  []*access.SectionLevel
	Minutes int
}

// shortestReason is how many characters say at least why.
const shortestReason = 15

// Start opens what is wanted, at once. The owner and the second contact are told in the same transaction.
func Start(ctx context.Context, log *activity.Log, account uuid.UUID, in Input) error {
	in.Reason = strings.TrimSpace(in.Reason)
	if err := problem.CheckText("reason", in.Reason, 500); err != nil {
		return err
	}
	if utf8.RuneCountInString(in.Reason) < shortestReason {
		return problem.Invalid("reason", "Say in a sentence what happened: at least 15 characters.")
	}
	levels, err := access.ReadLevels(in.Levels)
	if err != nil {
		return err
	}
	ctx, id := database.In(ctx, account), uuid.Must(uuid.NewV7())
	return log.Change(ctx, of(account, "emergency.started", activity.Create, id), func(ctx context.Context, tx *activity.Tx, e *activity.Event) error {
		e.Changes = says(access.Levels{}, levels)
		e.Changes["minutes"] = []any{nil, in.Minutes}
		if err := tx.Lock(ctx, account); err != nil {
			return err
		}
		if err := check(ctx, tx, levels, in.Minutes); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `SELECT start_emergency($1, $2, $3, $4, $5)`, id, in.Reason, wanted(levels), in.Minutes, e.ID)
		return err
	})
}

// check refuses what the owner has not settled. start_emergency asks the same again.
func check(ctx context.Context, tx *activity.Tx, levels access.Levels, minutes int) error {
	offer, err := readOffer(tx.Query(ctx, settled))
	if err != nil {
		return err
	}
	if offer == nil {
		return problem.New(problem.Forbidden, "The owner has not settled that you may open anything in an emergency. Ask the owner, or somebody with Full Access to Account Access.")
	}
	running, err := database.Value[*uuid.UUID](tx.Query(ctx, `SELECT my_emergency()`))
	if err != nil {
		return err
	}
	if running != nil {
		return problem.New(problem.Conflict, "Your emergency access runs already. It cannot be prolonged: once it is over, start another with its own reason.")
	}
	if minutes < 1 || minutes > offer.LongestMinutes {
		return problem.Invalid("minutes", "Choose %s at most.", spoken(offer.LongestMinutes))
	}
	return access.CheckEmergency(offer.Levels, levels)
}

// wanted are levels as start_emergency takes them.
func wanted(levels access.Levels) map[string]string {
	numbers := map[string]string{}
	for _, s := range access.Sections() {
		if levels[s] > access.None {
			numbers[s.String()] = strconv.Itoa(int(levels[s]))
		}
	}
	return numbers
}

func spoken(minutes int) string {
	switch {
	case minutes == 60:
		return "1 hour"
	case minutes%60 == 0:
		return strconv.Itoa(minutes/60) + " hours"
	default:
		return strconv.Itoa(minutes) + " minutes"
	}
}
